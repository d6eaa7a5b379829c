package io.souffleur.wire.json;

import io.souffleur.wire.Ack;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskReply.Attention;
import io.souffleur.wire.DeskReply.DraftChecked;
import io.souffleur.wire.DeskReply.Finding;
import io.souffleur.wire.DeskReply.MessageShown;
import io.souffleur.wire.DeskReply.Owed;
import io.souffleur.wire.DeskReply.Ready;
import io.souffleur.wire.DeskReply.Resumed;
import io.souffleur.wire.DeskReply.Row;
import io.souffleur.wire.Ping;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.Snapshot.Facts;

/** What the server sends a desk, as JSON. */
final class DeskReplyJson {

  static final Types<DeskReply> TYPES =
      new Types<DeskReply>()
          .with("ready", DeskReplyJson::ready)
          .with("resumed", DeskReplyJson::resumed)
          .with("snapshot", DeskReplyJson::snapshot)
          .with(UpdateJson.TYPES)
          .with("draft.checked", DeskReplyJson::checked)
          .with("message.shown", DeskReplyJson::shown)
          .with("attention", DeskReplyJson::attention)
          .with("ack", AnswerJson::ack)
          .with("refused", AnswerJson::refused)
          .with("ping", AnswerJson::ping);

  private DeskReplyJson() {}

  static String write(DeskReply reply) {
    return switch (reply) {
      case Ready ready ->
          Out.message("ready")
              .text("epoch", ready.epoch())
              .instant("now", ready.now())
              .agent("agent", ready.agent())
              .done();
      case Resumed resumed ->
          Out.message("resumed")
              .conversation(resumed.conversation())
              .text("epoch", resumed.epoch())
              .number("seq", resumed.seq())
              .done();
      case Snapshot snapshot -> write(snapshot);
      case CoachingUpdate update -> UpdateJson.write(update);
      case DraftChecked checked ->
          Out.message("draft.checked")
              .conversation(checked.conversation())
              .number("revision", checked.revision())
              .texts("would", checked.would())
              .objects("findings", checked.findings(), DeskReplyJson::finding)
              .done();
      case MessageShown shown ->
          Out.message("message.shown")
              .conversation(shown.conversation())
              .key("message", shown.message())
              .word("author", Words.AUTHOR, shown.author())
              .instant("at", shown.at())
              .text("text", shown.text())
              .text("from", shown.from().map(ConversationKey::value))
              .raised("forgotten", shown.forgotten())
              .done();
      case Attention attention ->
          Out.message("attention")
              .objects("rows", attention.rows(), DeskReplyJson::row)
              .objectsIfAny("promises", attention.promises(), DeskReplyJson::owed)
              .done();
      case Ack ack -> AnswerJson.write(ack);
      case Refused refused -> AnswerJson.write(refused);
      case Ping ping -> AnswerJson.write(ping);
    };
  }

  private static String write(Snapshot snapshot) {
    return Out.message("snapshot")
        .conversation(snapshot.conversation())
        .text("epoch", snapshot.epoch())
        .number("seq", snapshot.seq())
        .instant("now", snapshot.now())
        .object("facts", snapshot.facts(), DeskReplyJson::facts)
        .word("stage", Words.STAGE, snapshot.stage())
        .objects("items", snapshot.items(), UpdateJson::fields)
        .objects("timers", snapshot.timers(), UpdateJson::fields)
        .objectsIfAny("commitments", snapshot.commitments(), UpdateJson::fields)
        .objects("hints", snapshot.hints(), UpdateJson::fields)
        .optionalObject("summary", snapshot.summary(), UpdateJson::fields)
        .done();
  }

  private static void facts(Out out, Facts facts) {
    out.word("medium", Words.MEDIUM, facts.medium())
        .text("queue", facts.queue())
        .text("reason", facts.reason())
        .text("language", facts.language())
        .customer(facts.customer())
        .agent("agent", facts.agent())
        .instant("started", facts.started())
        .instant("ended", facts.ended());
  }

  private static void finding(Out out, Finding finding) {
    out.text("cue", finding.cue())
        .number("start", finding.start())
        .number("end", finding.end())
        .word("severity", Words.SEVERITY, finding.severity())
        .text("text", finding.text())
        .texts("replacements", finding.replacements())
        .text("item", finding.item())
        .raised("missing", finding.missing())
        .raised("blocks", finding.blocks());
  }

  private static void row(Out out, Row row) {
    out.conversation(row.conversation())
        .text("customer", row.customer())
        .word("state", Words.ATTENTION, row.state())
        .instant("deadline", row.deadline())
        .instant("waitingSince", row.waitingSince());
  }

  private static void owed(Out out, Owed owed) {
    out.conversation(owed.conversation())
        .text("commitment", owed.commitment())
        .text("customer", owed.customer())
        .word("state", Words.ATTENTION, owed.state())
        .instant("deadline", owed.deadline())
        .day("day", owed.day());
  }

  private static Ready ready(Fields in) {
    return new Ready(in.text("epoch"), in.instant("now"), in.optionalObject("agent", Parts::agent));
  }

  private static Resumed resumed(Fields in) {
    return new Resumed(in.conversation(), in.text("epoch"), in.whole("seq"));
  }

  private static Snapshot snapshot(Fields in) {
    return new Snapshot(
        in.conversation(),
        in.text("epoch"),
        in.whole("seq"),
        in.instant("now"),
        in.object("facts", DeskReplyJson::facts),
        in.word("stage", Words.STAGE),
        in.objects("items", UpdateJson::item),
        in.objects("timers", UpdateJson::timer),
        in.optionalObjects("commitments", UpdateJson::commitment),
        in.objects("hints", UpdateJson::hint),
        in.optionalObject("summary", UpdateJson::summary));
  }

  private static Facts facts(Fields in) {
    return new Facts(
        in.word("medium", Words.MEDIUM),
        in.optionalText("queue"),
        in.optionalText("reason"),
        in.optionalText("language"),
        in.object("customer", Parts::customer),
        in.optionalObject("agent", Parts::agent),
        in.instant("started"),
        in.optionalInstant("ended"));
  }

  private static DraftChecked checked(Fields in) {
    return new DraftChecked(
        in.conversation(),
        in.whole("revision"),
        in.texts("would"),
        in.objects("findings", DeskReplyJson::finding));
  }

  private static Finding finding(Fields in) {
    return new Finding(
        in.text("cue"),
        in.count("start"),
        in.count("end"),
        in.word("severity", Words.SEVERITY),
        in.text("text"),
        in.texts("replacements"),
        in.optionalText("item"),
        in.optionalFlag("missing"),
        in.optionalFlag("blocks"));
  }

  private static MessageShown shown(Fields in) {
    return new MessageShown(
        in.conversation(),
        in.eventKey("message"),
        in.word("author", Words.AUTHOR),
        in.instant("at"),
        in.text("text"),
        in.optionalConversation("from"),
        in.optionalFlag("forgotten"));
  }

  private static Attention attention(Fields in) {
    return new Attention(
        in.objects("rows", DeskReplyJson::row),
        in.optionalObjects("promises", DeskReplyJson::owed));
  }

  private static Owed owed(Fields in) {
    return new Owed(
        in.conversation(),
        in.text("commitment"),
        in.optionalText("customer"),
        in.word("state", Words.ATTENTION),
        in.instant("deadline"),
        in.optionalDay("day"));
  }

  private static Row row(Fields in) {
    return new Row(
        in.conversation(),
        in.optionalText("customer"),
        in.word("state", Words.ATTENTION),
        in.instant("deadline"),
        in.optionalInstant("waitingSince"));
  }
}
