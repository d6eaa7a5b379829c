package io.souffleur.server.desk;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Telling;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation tells, as plainly as can be: every update since its start in one list, which
 * is gone through from the beginning whenever anybody asks. No lanes, no audience, no resuming.
 */
final class Reference {
  private static final Coaching COACHING = TestHouse.coaching();

  private final ConversationKey conversation;
  private final List<CoachingUpdate> told = new ArrayList<>();
  private @Nullable State state;
  private String holder;

  Reference(ConversationKey conversation, String holder) {
    this.conversation = conversation;
    this.holder = holder;
  }

  void tell(ChannelEvent event, Instant at) {
    State before = state;
    if (before == null) {
      add(COACHING.start((ChannelEvent.ConversationStarted) event, at));
      return;
    }
    pass(at);
    add(COACHING.step(now(), event, at, Elsewhere.NOTHING));
    if (event instanceof ChannelEvent.AgentAssigned assigned) {
      holder = assigned.agent().key();
    }
  }

  void pass(Instant until) {
    add(COACHING.wake(now(), until));
  }

  private State now() {
    State known = state;
    if (known == null) {
      throw new IllegalStateException("not started");
    }
    return known;
  }

  private void add(Step step) {
    state = step.state();
    step.updates()
        .forEach(
            update ->
                told.add(
                    Telling.update(conversation, Told.of(update, step.state()), Optional.empty())));
  }

  /** Who holds the conversation, and so may see it. */
  String holder() {
    return holder;
  }

  /** The number of the last update. */
  long seq() {
    return told.size();
  }

  /** What is on show after so many updates. */
  Shelf after(long seq) {
    Shelf shelf = new Shelf();
    told.subList(0, Math.toIntExact(seq)).forEach(shelf::put);
    return shelf;
  }

  /** The update with this number. */
  CoachingUpdate update(long seq) {
    return told.get(Math.toIntExact(seq - 1));
  }
}
