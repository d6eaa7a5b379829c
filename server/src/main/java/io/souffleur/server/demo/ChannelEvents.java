package io.souffleur.server.demo;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.Resolution;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What happens in a room, in the words of the contract. */
final class ChannelEvents {
  private ChannelEvents() {}

  static ChannelEvent started(Room room, AgentRef agent, OffsetDateTime at) {
    return new ChannelEvent.ConversationStarted(
        new EventKey(room.id() + "-start"),
        new ConversationKey(room.id()),
        at,
        Medium.CHAT,
        Optional.empty(),
        Optional.of(room.language()),
        room.subject(),
        room.customer().onTheWire(),
        Optional.of(agent));
  }

  static ChannelEvent said(Room room, Message message) {
    return new ChannelEvent.Message(
        new EventKey(message.id()),
        new ConversationKey(room.id()),
        message.at(),
        message.author(),
        message.text(),
        0,
        false);
  }

  static ChannelEvent typing(Room room, Author author, boolean active, OffsetDateTime at) {
    return new ChannelEvent.Typing(
        new EventKey(room.id() + "-typing"), new ConversationKey(room.id()), at, author, active);
  }

  static ChannelEvent ended(Room room, OffsetDateTime at) {
    return new ChannelEvent.ConversationEnded(
        new EventKey(room.id() + "-end"),
        new ConversationKey(room.id()),
        at,
        Optional.of(Resolution.RESOLVED));
  }
}
