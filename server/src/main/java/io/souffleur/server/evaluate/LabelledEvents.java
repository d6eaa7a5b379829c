package io.souffleur.server.evaluate;

import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.EventKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A labelled conversation as a channel would have told it: start, messages, end. The language is
 * not declared, so that it has to be found. Where no times are known, a message comes every 20 s
 * from ten o'clock of a Monday on.
 */
final class LabelledEvents {

  private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T10:00:00Z");
  private static final Duration PACE = Duration.ofSeconds(20);

  private LabelledEvents() {}

  /**
   * The events. The key of a message is its number in {@code turns}, from 1.
   *
   * @throws io.souffleur.wire.InvalidFieldException when the contract doesn't allow a text or time
   */
  static List<ChannelEvent> of(LabelledConversation conversation) {
    List<LabelledConversation.Turn> turns = conversation.turns();
    OffsetDateTime at = turns.isEmpty() ? START : turns.getFirst().at().orElse(START);
    List<ChannelEvent> events = new ArrayList<>();
    events.add(
        new ChannelEvent.ConversationStarted(
            new EventKey("start"),
            conversation.id(),
            at,
            conversation.medium(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            conversation.customer(),
            conversation.agent()));
    for (int i = 0; i < turns.size(); i++) {
      LabelledConversation.Turn turn = turns.get(i);
      at = turn.at().orElse(at.plus(PACE));
      events.add(said(conversation, turn, new EventKey(Integer.toString(i + 1)), at));
    }
    events.add(
        new ChannelEvent.ConversationEnded(
            new EventKey("end"), conversation.id(), at.plus(PACE), Optional.empty()));
    return events;
  }

  private static ChannelEvent said(
      LabelledConversation conversation,
      LabelledConversation.Turn turn,
      EventKey key,
      OffsetDateTime at) {
    if (turn.speech().isPresent()) {
      return new ChannelEvent.Utterance(
          key,
          conversation.id(),
          at,
          turn.role(),
          turn.text(),
          0,
          false,
          true,
          turn.speech().get().start(),
          turn.speech().get().end(),
          OptionalDouble.empty());
    }
    return new ChannelEvent.Message(key, conversation.id(), at, turn.role(), turn.text(), 0, false);
  }
}
