package io.souffleur.wire.json;

import io.souffleur.wire.Ack;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Ping;
import io.souffleur.wire.Pong;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acknowledgements, refusals and the heartbeat as JSON; the same at every door. */
final class AnswerJson {

  private AnswerJson() {}

  static String write(Ack ack) {
    return Out.message("ack")
        .key("id", ack.id())
        .conversation(ack.conversation())
        .number("seq", ack.seq())
        .done();
  }

  static String write(Refused refused) {
    return Out.message("refused")
        .text("id", refused.id().map(EventKey::value))
        .text("conversation", refused.conversation().map(ConversationKey::value))
        .word("code", Words.REFUSAL_CODE, refused.code())
        .text("reason", refused.reason())
        .text("field", refused.field())
        .done();
  }

  static String write(Ping ping) {
    return Out.message("ping").instant("now", ping.now()).done();
  }

  static String writePong() {
    return "{\"type\":\"pong\"}";
  }

  static Ack ack(Fields in) {
    return new Ack(in.eventKey("id"), in.conversation(), in.whole("seq"));
  }

  static Refused refused(Fields in) {
    @Nullable RefusalCode code = Words.REFUSAL_CODE.named(in.text("code"));
    return new Refused(
        in.has("id") ? Optional.of(in.eventKey("id")) : Optional.empty(),
        in.has("conversation") ? Optional.of(in.conversation()) : Optional.empty(),
        code == null ? RefusalCode.OTHER : code,
        in.text("reason"),
        in.optionalText("field"));
  }

  static Ping ping(Fields in) {
    return new Ping(in.instant("now"));
  }

  static Pong pong(Fields ignored) {
    return new Pong();
  }
}
