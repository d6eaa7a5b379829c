package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Reading;
import java.time.Instant;
import java.util.List;

/** The coach of conversations: from a state and an event to the next state. Stateless itself. */
public final class Coach {

  private final Checklists checklists;

  public Coach(Checklists checklists) {
    this.checklists = checklists;
  }

  /** The first step of a conversation. */
  public Step start(Event.Started event) {
    return unwritten(event, checklists);
  }

  /**
   * The step that {@code event} leads to, after every wake-up due at or before {@code event.at()}
   * has been handled, each at its own instant.
   *
   * @throws IllegalArgumentException when {@code event} is a second start, or lies before {@code
   *     state.reached()}
   */
  public Step step(State state, Event event) {
    return unwritten(event, state);
  }

  /** Handles every wake-up due at or before {@code until}, in order, each at its own instant. */
  public Step advance(State state, Instant until) {
    return unwritten(until, state);
  }

  /** The items that sending a message with this reading at {@code at} would tick. */
  public List<RuleId> wouldTick(State state, Reading draft, Instant at) {
    return List.of();
  }

  private static Step unwritten(Object one, Object other) {
    if (one.equals(other)) {
      throw new IllegalArgumentException();
    }
    throw new IllegalStateException();
  }
}
