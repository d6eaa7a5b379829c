package io.souffleur.wire.json;

import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskAction.CommitmentKept;
import io.souffleur.wire.DeskAction.CommitmentReopened;
import io.souffleur.wire.DeskAction.HintDismissed;
import io.souffleur.wire.DeskAction.HintUsed;
import io.souffleur.wire.DeskAction.HintWrong;
import io.souffleur.wire.DeskAction.ItemContested;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.DeskRequest.Draft;
import io.souffleur.wire.DeskRequest.Hello;
import io.souffleur.wire.DeskRequest.MessageAsked;
import io.souffleur.wire.DeskRequest.Unwatch;
import io.souffleur.wire.DeskRequest.Watch;
import io.souffleur.wire.Pong;

/** What a desk sends, as JSON. */
final class DeskRequestJson {

  static final Types<DeskRequest> TYPES =
      new Types<DeskRequest>()
          .with("hello", DeskRequestJson::hello)
          .with("watch", DeskRequestJson::watch)
          .with("unwatch", in -> new Unwatch(in.conversation()))
          .with("hint.used", DeskRequestJson::used)
          .with("hint.dismissed", DeskRequestJson::dismissed)
          .with("hint.wrong", DeskRequestJson::wrong)
          .with("item.contested", DeskRequestJson::contested)
          .with("commitment.kept", DeskRequestJson::kept)
          .with("commitment.reopened", DeskRequestJson::reopened)
          .with("message.asked", DeskRequestJson::asked)
          .with("draft", DeskRequestJson::draft)
          .with("pong", AnswerJson::pong);

  private DeskRequestJson() {}

  static String write(DeskRequest request) {
    return switch (request) {
      case Hello hello ->
          Out.message("hello")
              .text("ticket", hello.ticket())
              .text("language", hello.language())
              .done();
      case Watch watch ->
          Out.message("watch")
              .conversation(watch.conversation())
              .text("epoch", watch.epoch())
              .number("seq", watch.seq())
              .done();
      case Unwatch unwatch -> Out.message("unwatch").conversation(unwatch.conversation()).done();
      case MessageAsked asked ->
          Out.message("message.asked")
              .conversation(asked.conversation())
              .key("message", asked.message())
              .text("from", asked.from().map(ConversationKey::value))
              .done();
      case Draft draft ->
          Out.message("draft")
              .conversation(draft.conversation())
              .text("text", draft.text())
              .number("revision", draft.revision())
              .done();
      case DeskAction action -> write(action);
      case Pong pong -> AnswerJson.writePong();
    };
  }

  private static String write(DeskAction action) {
    return switch (action) {
      case HintUsed used -> hint("hint.used", used, used.hint());
      case HintDismissed dismissed -> hint("hint.dismissed", dismissed, dismissed.hint());
      case HintWrong wrong ->
          Out.message("hint.wrong")
              .conversation(wrong.conversation())
              .text("hint", wrong.hint())
              .text("comment", wrong.comment())
              .key("id", wrong.id())
              .done();
      case ItemContested contested ->
          Out.message("item.contested")
              .conversation(contested.conversation())
              .text("item", contested.item())
              .text("comment", contested.comment())
              .key("id", contested.id())
              .done();
      case CommitmentKept kept -> commitment("commitment.kept", kept, kept.commitment());
      case CommitmentReopened reopened ->
          commitment("commitment.reopened", reopened, reopened.commitment());
    };
  }

  private static String commitment(String type, DeskAction action, String commitment) {
    return Out.message(type)
        .conversation(action.conversation())
        .text("commitment", commitment)
        .key("id", action.id())
        .done();
  }

  private static String hint(String type, DeskAction action, String hint) {
    return Out.message(type)
        .conversation(action.conversation())
        .text("hint", hint)
        .key("id", action.id())
        .done();
  }

  private static Hello hello(Fields in) {
    return new Hello(in.text("ticket"), in.optionalText("language"));
  }

  private static Watch watch(Fields in) {
    return new Watch(in.conversation(), in.optionalText("epoch"), in.optionalWhole("seq"));
  }

  private static HintUsed used(Fields in) {
    return new HintUsed(in.conversation(), in.text("hint"), in.eventKey("id"));
  }

  private static HintDismissed dismissed(Fields in) {
    return new HintDismissed(in.conversation(), in.text("hint"), in.eventKey("id"));
  }

  private static HintWrong wrong(Fields in) {
    return new HintWrong(
        in.conversation(), in.text("hint"), in.optionalText("comment"), in.eventKey("id"));
  }

  private static ItemContested contested(Fields in) {
    return new ItemContested(
        in.conversation(), in.text("item"), in.optionalText("comment"), in.eventKey("id"));
  }

  private static CommitmentKept kept(Fields in) {
    return new CommitmentKept(in.conversation(), in.text("commitment"), in.eventKey("id"));
  }

  private static CommitmentReopened reopened(Fields in) {
    return new CommitmentReopened(in.conversation(), in.text("commitment"), in.eventKey("id"));
  }

  private static MessageAsked asked(Fields in) {
    return new MessageAsked(
        in.conversation(), in.eventKey("message"), in.optionalConversation("from"));
  }

  private static Draft draft(Fields in) {
    return new Draft(in.conversation(), in.text("text"), in.whole("revision"));
  }
}
