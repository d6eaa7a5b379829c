package io.souffleur.server.lane;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why lanes refuse, in words that say what to do. */
final class Refusals {

  static final String NO_ROOM = "the server's disk is full: make room, then send it again";
  static final String NOT_KEPT = "the server could not keep it: send it again later";
  static final String STOPPING = "the server is stopping: send it again later";
  static final String INTERRUPTED = "the server is busy: send it again later";

  private static final String CLOSED =
      "this conversation is over and is being written anew: send it again later";

  private static final String NEVER_STARTED =
      "this conversation was never started: send conversation.started first";

  private Refusals() {}

  static Receipt.NotKept of(Input input, RefusalCode code, String reason) {
    return new Receipt.NotKept(Refused.of(input.id(), input.conversation(), code, reason));
  }

  /** Why an input can't be taken whatever is in it; null when it can. */
  static Receipt.@Nullable NotKept outright(
      Resident resident, Input input, Optional<ChannelName> channel, Discretion discretion) {
    if (!channel.map(teller -> teller.mayGoOnAfter(resident.channel)).orElse(true)) {
      return forbidden(input);
    }
    return resident.ended && discretion.closed().test(resident.key)
        ? of(input, RefusalCode.BUSY, CLOSED)
        : null;
  }

  static Receipt.NotKept unknown(Input input) {
    return of(input, RefusalCode.UNKNOWN_CONVERSATION, NEVER_STARTED);
  }

  private static Receipt.NotKept forbidden(Input input) {
    return of(
        input,
        RefusalCode.FORBIDDEN,
        "another channel started this conversation: use the key of that one, "
            + "or give a new conversation another key");
  }

  static Receipt.NotKept started(Input input) {
    return of(
        input,
        RefusalCode.ALREADY_STARTED,
        "this conversation was started before, under another id: give a new one another key");
  }

  static Receipt.NotKept ended(Input input) {
    return of(
        input,
        RefusalCode.CONVERSATION_ENDED,
        "this conversation has ended: only survey.answered may follow");
  }

  static Receipt.NotKept erased(Input input) {
    return of(
        input,
        RefusalCode.CONVERSATION_ENDED,
        "this conversation was erased: drop what belongs to it, and give a new one another key");
  }

  static Receipt.NotKept conflict(Input input) {
    return of(
        input,
        RefusalCode.CONFLICT,
        "this id was used before with another body: give an edit a higher revision, "
            + "anything else another id");
  }

  static Receipt.NotKept stale(Input input) {
    return of(
        input,
        RefusalCode.STALE_REVISION,
        "a newer revision of this message is known: drop this one");
  }

  static Receipt.NotKept field(Input input, String field, String reason) {
    return new Receipt.NotKept(
        new Refused(
            Optional.of(input.id()),
            Optional.of(input.conversation()),
            RefusalCode.INVALID_FIELD,
            reason,
            Optional.of(field)));
  }

  static Refused unknown(ConversationKey key) {
    return about(key, RefusalCode.UNKNOWN_CONVERSATION, NEVER_STARTED);
  }

  static Refused erased(ConversationKey key) {
    return about(key, RefusalCode.UNKNOWN_CONVERSATION, "this conversation was erased");
  }

  static Refused degraded(ConversationKey key) {
    return about(
        key,
        RefusalCode.INTERNAL,
        "coaching of this conversation stopped after a fault; its events are still kept");
  }

  static Refused failed(ConversationKey key) {
    return about(key, RefusalCode.INTERNAL, "the server failed: try again later");
  }

  static Refused about(ConversationKey key, RefusalCode code, String reason) {
    return new Refused(Optional.empty(), Optional.of(key), code, reason, Optional.empty());
  }
}
