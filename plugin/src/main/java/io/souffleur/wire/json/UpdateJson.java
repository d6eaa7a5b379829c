package io.souffleur.wire.json;

import io.souffleur.wire.Because;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.CoachingUpdate.Commitment;
import io.souffleur.wire.CoachingUpdate.Contest;
import io.souffleur.wire.CoachingUpdate.Cue;
import io.souffleur.wire.CoachingUpdate.Cues;
import io.souffleur.wire.CoachingUpdate.CustomerCourse;
import io.souffleur.wire.CoachingUpdate.Hint;
import io.souffleur.wire.CoachingUpdate.HintWithdrawn;
import io.souffleur.wire.CoachingUpdate.Item;
import io.souffleur.wire.CoachingUpdate.Summary;
import io.souffleur.wire.CoachingUpdate.Timer;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Span;
import io.souffleur.wire.Stage;
import java.time.Duration;
import java.util.Optional;

/** Coaching updates as JSON. */
final class UpdateJson {

  static final Types<CoachingUpdate> TYPES =
      new Types<CoachingUpdate>()
          .with("cues", UpdateJson::cues)
          .with("item", UpdateJson::item)
          .with("hint", UpdateJson::hint)
          .with("hint.withdrawn", UpdateJson::withdrawn)
          .with("timer", UpdateJson::timer)
          .with("commitment", UpdateJson::commitment)
          .with("summary", UpdateJson::summary);

  private UpdateJson() {}

  static String write(CoachingUpdate update) {
    Out out = Out.untyped();
    fields(out, update);
    return out.done();
  }

  /** Writes the fields of an update, its type first. */
  static void fields(Out out, CoachingUpdate update) {
    switch (update) {
      case Cues cues ->
          head(out, "cues", cues)
              .key("message", cues.message())
              .word("author", Words.AUTHOR, cues.author())
              .text("language", cues.language())
              .objects("cues", cues.cues(), UpdateJson::cue)
              .word("stage", Words.STAGE, cues.stage());
      case Item item -> item(head(out, "item", item), item);
      case Hint hint ->
          head(out, "hint", hint)
              .text("hint", hint.hint())
              .text("item", hint.item())
              .word("severity", Words.SEVERITY, hint.severity())
              .text("title", hint.title())
              .text("text", hint.text())
              .objects("because", hint.because(), UpdateJson::because)
              .texts("phrases", hint.phrases())
              .instant("expires", hint.expires())
              .text("lang", hint.lang());
      case HintWithdrawn withdrawn ->
          head(out, "hint.withdrawn", withdrawn)
              .text("hint", withdrawn.hint())
              .word("reason", Words.WITHDRAWAL_REASON, withdrawn.reason());
      case Timer timer ->
          head(out, "timer", timer)
              .text("timer", timer.timer())
              .word("state", Words.TIMER_STATE, timer.state())
              .instant("deadline", timer.deadline())
              .texts("norms", timer.norms())
              .text("title", timer.title())
              .instant("started", timer.started())
              .instant("atRisk", timer.atRisk());
      case Commitment promise ->
          head(out, "commitment", promise)
              .text("commitment", promise.commitment())
              .word("state", Words.COMMITMENT_STATE, promise.state())
              .instant("deadline", promise.deadline())
              .instant("made", promise.made())
              .instant("atRisk", promise.atRisk())
              .day("day", promise.day())
              .objects("evidence", promise.evidence(), UpdateJson::span)
              .text("from", promise.from().map(ConversationKey::value));
      case Summary summary -> summary(head(out, "summary", summary), summary);
    }
  }

  private static Out head(Out out, String type, CoachingUpdate update) {
    return out.text("type", type)
        .conversation(update.conversation())
        .number("seq", update.seq())
        .instant("at", update.at());
  }

  private static void item(Out out, Item item) {
    out.text("item", item.item())
        .word("state", Words.ITEM_STATE, item.state())
        .number("count", item.count())
        .number("target", item.target())
        .instant("due", item.due())
        .objects("evidence", item.evidence(), UpdateJson::span)
        .texts("norms", item.norms())
        .text("title", item.title())
        .text("stage", item.stage().map(Words.STAGE::of).orElse(Words.THROUGHOUT))
        .text("why", item.why())
        .text("checklist", item.checklist())
        .number("version", item.version())
        .optionalObject("contested", item.contested(), UpdateJson::contest);
  }

  private static void contest(Out out, Contest contest) {
    out.instant("at", contest.at()).text("comment", contest.comment());
  }

  private static void summary(Out out, Summary summary) {
    if (summary.score().isPresent()) {
      out.number("score", summary.score());
    } else {
      out.nothing("score");
    }
    out.map("items", summary.items(), Words.ITEM_STATE::of)
        .map("timers", summary.timers(), Words.TIMER_STATE::of)
        .mapIfAny("commitments", summary.commitments(), Words.COMMITMENT_STATE::of)
        .counts("figures", summary.figures())
        .map("durations", summary.durations(), Duration::toString)
        .counts("hints", summary.hints(), Words.SEVERITY)
        .word("medium", Words.MEDIUM, summary.medium())
        .object("customer", summary.customer(), UpdateJson::customer);
  }

  private static void customer(Out out, CustomerCourse course) {
    out.text("reason", course.reason())
        .word("first", Words.FEELING, course.first())
        .word("last", Words.FEELING, course.last())
        .word("worst", Words.FEELING, course.worst())
        .number("repetitions", course.repetitions());
    course.resolved().ifPresent(resolved -> out.flag("resolved", resolved));
  }

  private static void cue(Out out, Cue cue) {
    out.text("cue", cue.cue())
        .number("start", cue.start())
        .number("end", cue.end())
        .text("text", cue.text())
        .number("confidence", cue.confidence())
        .text("value", cue.value());
  }

  private static void span(Out out, Span span) {
    out.key("message", span.message()).number("start", span.start()).number("end", span.end());
  }

  private static void because(Out out, Because because) {
    switch (because) {
      case Because.Said(Span span) -> span(out, span);
      case Because.Deadline deadline ->
          out.text("timer", deadline.timer()).instant("deadline", deadline.deadline());
    }
  }

  private static Cues cues(Fields in) {
    return new Cues(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.eventKey("message"),
        in.word("author", Words.AUTHOR),
        in.text("language"),
        in.objects("cues", UpdateJson::cue),
        in.word("stage", Words.STAGE));
  }

  private static Cue cue(Fields in) {
    return new Cue(
        in.text("cue"),
        in.count("start"),
        in.count("end"),
        in.text("text"),
        in.number("confidence"),
        in.optionalText("value"));
  }

  static Item item(Fields in) {
    return new Item(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.text("item"),
        in.word("state", Words.ITEM_STATE),
        in.optionalCount("count"),
        in.optionalCount("target"),
        in.optionalInstant("due"),
        in.objects("evidence", UpdateJson::span),
        in.texts("norms"),
        in.text("title"),
        stage(in),
        in.text("why"),
        in.text("checklist"),
        in.count("version"),
        in.optionalObject("contested", UpdateJson::contest));
  }

  private static Contest contest(Fields in) {
    return new Contest(in.instant("at"), in.optionalText("comment"));
  }

  private static Optional<Stage> stage(Fields in) {
    return in.text("stage").equals(Words.THROUGHOUT)
        ? Optional.empty()
        : Optional.of(in.word("stage", Words.STAGE));
  }

  private static Span span(Fields in) {
    return new Span(in.eventKey("message"), in.count("start"), in.count("end"));
  }

  private static Because because(Fields in) {
    return in.has("timer")
        ? new Because.Deadline(in.text("timer"), in.instant("deadline"))
        : new Because.Said(span(in));
  }

  static Hint hint(Fields in) {
    return new Hint(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.text("hint"),
        in.text("item"),
        in.word("severity", Words.SEVERITY),
        in.text("title"),
        in.text("text"),
        in.objects("because", UpdateJson::because),
        in.texts("phrases"),
        in.instant("expires"),
        in.text("lang"));
  }

  private static HintWithdrawn withdrawn(Fields in) {
    return new HintWithdrawn(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.text("hint"),
        in.word("reason", Words.WITHDRAWAL_REASON));
  }

  static Timer timer(Fields in) {
    return new Timer(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.text("timer"),
        in.word("state", Words.TIMER_STATE),
        in.instant("deadline"),
        in.texts("norms"),
        in.text("title"),
        in.instant("started"),
        in.instant("atRisk"));
  }

  static Commitment commitment(Fields in) {
    return new Commitment(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.text("commitment"),
        in.word("state", Words.COMMITMENT_STATE),
        in.instant("deadline"),
        in.instant("made"),
        in.instant("atRisk"),
        in.optionalDay("day"),
        in.objects("evidence", UpdateJson::span),
        in.optionalConversation("from"));
  }

  static Summary summary(Fields in) {
    return new Summary(
        in.conversation(),
        in.whole("seq"),
        in.instant("at"),
        in.optionalNumber("score"),
        in.words("items", Words.ITEM_STATE),
        in.words("timers", Words.TIMER_STATE),
        in.optionalWords("commitments", Words.COMMITMENT_STATE),
        in.counts("figures"),
        in.durations("durations"),
        in.counts("hints", Words.SEVERITY),
        in.word("medium", Words.MEDIUM),
        in.object("customer", UpdateJson::customer));
  }

  private static CustomerCourse customer(Fields in) {
    return new CustomerCourse(
        in.optionalText("reason"),
        in.optionalWord("first", Words.FEELING),
        in.optionalWord("last", Words.FEELING),
        in.optionalWord("worst", Words.FEELING),
        in.count("repetitions"),
        in.has("resolved") ? Optional.of(in.flag("resolved")) : Optional.empty());
  }
}
