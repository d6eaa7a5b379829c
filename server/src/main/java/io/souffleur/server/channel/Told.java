package io.souffleur.server.channel;

import io.souffleur.server.access.Access;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Decision;
import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Resource;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ChannelRequest;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Pong;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.util.Optional;

/** Whether a caller may tell what they tell, as far as the door knows. */
final class Told {
  private Told() {}

  static Decision decide(Caller caller, ChannelRequest request) {
    return Access.decide(caller, Operation.of(request), new Resource.Unresolved());
  }

  static Refused refusal(ChannelRequest request, Decision.Refused refused) {
    Optional<EventKey> id =
        switch (request) {
          case ChannelEvent event -> Optional.of(event.id());
          case Pong pong -> Optional.empty();
        };
    Optional<ConversationKey> conversation =
        switch (request) {
          case ChannelEvent event -> Optional.of(event.conversation());
          case Pong pong -> Optional.empty();
        };
    return new Refused(
        id, conversation, RefusalCode.UNAUTHORISED, refused.reason(), Optional.empty());
  }
}
