package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.wire.AttentionState;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The clock of a conversation that runs out first, or has run out first and still waits.
 *
 * @param customer how they are called, where that is known
 * @param waitingSince since when the customer waits, when that is what the clock measures
 */
record NearestClock(
    Optional<String> customer, Instant atRisk, Instant deadline, Optional<Instant> waitingSince) {

  private static final Moment CUSTOMER_WRITES = new Moment.MessageBy(Author.CUSTOMER);

  static Optional<NearestClock> of(State state) {
    if (state.facts().ended().isPresent()) {
      return Optional.empty();
    }
    return state.timers().stream()
        .filter(NearestClock::open)
        .min(Comparator.comparing(Update.Timer::deadline))
        .map(
            timer ->
                new NearestClock(
                    called(state.facts().customer()),
                    timer.atRisk(),
                    timer.deadline(),
                    measuresWaiting(state, timer.timer())
                        ? Optional.of(timer.started())
                        : Optional.empty()));
  }

  private static boolean open(Update.Timer timer) {
    return switch (timer.state()) {
      case RUNNING, BREACHED -> true;
      case MET, STOPPED -> false;
    };
  }

  /** How a customer is called, where that is known. */
  static Optional<String> called(Customer customer) {
    return customer.name().or(customer::firstName).or(customer::lastName);
  }

  private static boolean measuresWaiting(State state, RuleId timer) {
    Optional<Checklist> checklist = state.checklist();
    int place = checklist.isEmpty() ? -1 : checklist.get().rules().placeOfTimer(timer);
    return place >= 0 && checklist.get().timers().get(place).starts().contains(CUSTOMER_WRITES);
  }

  AttentionState state(Instant now) {
    return !deadline.isAfter(now)
        ? AttentionState.BREACHED
        : atRisk.isAfter(now) ? AttentionState.RUNNING : AttentionState.AT_RISK;
  }

  /** When it next changes by itself; empty when it doesn't. */
  Optional<Instant> turns(Instant now) {
    return switch (state(now)) {
      case RUNNING -> Optional.of(atRisk);
      case AT_RISK -> Optional.of(deadline);
      case BREACHED -> Optional.empty();
    };
  }

  DeskReply.Row row(ConversationKey conversation, Instant now) {
    return new DeskReply.Row(conversation, customer, state(now), deadline, waitingSince);
  }
}
