package io.souffleur.server.lane;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Original;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.Step;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.text.Gist;
import io.souffleur.server.journal.Entry;
import io.souffleur.wire.ChannelEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an input does to a conversation in memory: the same live and when the journal is read back.
 * A fault of coaching ends the coaching of that conversation and nothing else.
 */
final class Fold {

  private static final Logger LOG = LoggerFactory.getLogger(Fold.class);
  private static final int FRAMES_LOGGED = 6;

  private final Coaching coaching;
  private final Counters counters;

  Fold(Coaching coaching, Counters counters) {
    this.coaching = coaching;
    this.counters = counters;
  }

  /** Handles an input at {@code handled} and says what follows from it. */
  List<Told> handle(Resident resident, Input input, Instant handled, Elsewhere elsewhere) {
    return handle(resident, input, handled, elsewhere, Original.SHOWN);
  }

  /** The same, when something was masked in the input. */
  List<Told> handle(
      Resident resident, Input input, Instant handled, Elsewhere elsewhere, Original original) {
    resident.keys.add(input.origin(), input.id().value());
    resident.reached = handled;
    if (input instanceof Input.FromChannel(ChannelEvent.ConversationEnded ended)) {
      resident.ended = true;
    }
    if (resident.degraded) {
      return List.of();
    }
    List<Told> told = new ArrayList<>();
    try {
      resident.state = step(resident, input, handled, elsewhere, original, told);
    } catch (RuntimeException | StackOverflowError e) {
      degrade(resident, e);
      return List.of();
    }
    return told;
  }

  private State step(
      Resident resident,
      Input input,
      Instant handled,
      Elsewhere elsewhere,
      Original original,
      List<Told> told) {
    State state = resident.state;
    Step step;
    if (state == null) {
      if (!(input instanceof Input.FromChannel(ChannelEvent.ConversationStarted started))) {
        throw new IllegalStateException("the conversation does not begin with its start");
      }
      step = coaching.start(started, handled);
    } else {
      Step woken = coaching.wake(state, handled);
      add(told, woken);
      step =
          switch (input) {
            case Input.FromChannel(ChannelEvent event) ->
                coaching.step(woken.state(), event, handled, elsewhere, original);
            case Input.FromDesk(io.souffleur.wire.DeskAction action) ->
                coaching.step(woken.state(), action, handled);
            case Input.Noted noted ->
                switch (noted.passage()) {
                  case LEFT -> new Step(woken.state(), List.of());
                  case CARRIED -> coaching.step(woken.state(), noted.promise(), handled);
                };
          };
    }
    add(told, step);
    return step.state();
  }

  /** What is left of something said without its words; empty when it can't be read. */
  Optional<Gist> gist(
      Resident resident, Input input, Instant handled, Elsewhere elsewhere, Original original) {
    State state = resident.state;
    if (resident.degraded
        || state == null
        || !(input instanceof Input.FromChannel(ChannelEvent event))) {
      return Optional.empty();
    }
    try {
      return coaching.gist(state, event, handled, elsewhere, original);
    } catch (RuntimeException | StackOverflowError e) {
      degrade(resident, e);
      return Optional.empty();
    }
  }

  /** What the journal knows of an entry beside its event. */
  static Elsewhere known(Entry entry) {
    return entry
        .wordless()
        .<Elsewhere>map(kept -> new Elsewhere.Read(kept.gist()))
        .orElseGet(() -> new Elsewhere.Seen(entry.seen()));
  }

  /** Handles the wake-up that is due at {@code due}, which must be the next one. */
  List<Told> wake(Resident resident, Instant due) {
    State state = resident.state;
    if (resident.degraded || state == null) {
      return List.of();
    }
    List<Told> told = new ArrayList<>();
    try {
      Step step = coaching.wake(state, due);
      if (step.state().wakeUp().filter(next -> !next.isAfter(due)).isPresent()) {
        throw new IllegalStateException("a wake-up does not go away by being handled");
      }
      add(told, step);
      resident.state = step.state();
      resident.reached = due.isAfter(resident.reached) ? due : resident.reached;
    } catch (RuntimeException | StackOverflowError e) {
      degrade(resident, e);
      return List.of();
    }
    return told;
  }

  /** Handles an entry of the journal; nobody is told what follows from it. */
  void again(Resident resident, Entry entry) {
    resident.position = entry.position();
    resident.durable = entry.position();
    resident.mark = entry.checksum();
    Input input;
    try {
      input = Input.of(entry);
    } catch (IllegalStateException e) {
      resident.keys.add(entry.origin(), entry.key());
      resident.reached = entry.handled();
      resident.ended |= entry.kind().equals(Entry.ENDED);
      degrade(resident, e);
      return;
    }
    handle(resident, input, entry.handled(), known(entry));
    resident.shown = resident.state;
  }

  private void degrade(Resident resident, Throwable fault) {
    if (resident.degraded) {
      return;
    }
    resident.degraded = true;
    counters.degraded.increment();
    // Not the fault's own message: it may quote what somebody wrote.
    LOG.error(
        "coaching of conversation {} stopped after entry {}: {} at {}",
        resident.key,
        resident.position,
        fault.getClass().getName(),
        Arrays.stream(fault.getStackTrace())
            .limit(FRAMES_LOGGED)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < ")));
  }

  private static void add(List<Told> told, Step step) {
    for (Update update : step.updates()) {
      told.add(Told.of(update, step.state()));
    }
  }
}
