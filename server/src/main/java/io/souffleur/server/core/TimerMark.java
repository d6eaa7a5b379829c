package io.souffleur.server.core;

import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;

/**
 * How one timer stands.
 *
 * @param started of the latest run
 * @param limit of the latest run; shared with the rule where the rule fixes it
 * @param everBreached whether any run ran out
 * @param seq of the last update about it; 0 when it never ran
 * @param at of the last update about it
 */
record TimerMark(
    TimerState state, Instant started, Duration limit, boolean everBreached, int seq, Instant at) {

  private static final TimerMark NEVER_RAN =
      new TimerMark(TimerState.STOPPED, Instant.EPOCH, Duration.ZERO, false, 0, Instant.EPOCH);

  static TimerMark neverRan() {
    return NEVER_RAN;
  }

  boolean ran() {
    return seq > 0;
  }

  /** Whether it still waits to be stopped, in time or late. */
  boolean open() {
    return switch (state) {
      case RUNNING, BREACHED -> true;
      case MET, STOPPED -> false;
    };
  }

  TimerMark started(Instant now, Duration length) {
    return new TimerMark(TimerState.RUNNING, now, length, everBreached, seq, at);
  }

  Instant atRisk(Rule.Timer rule) {
    return started.plusMillis((long) (limit.toMillis() * rule.atRisk()));
  }

  Instant deadline() {
    return started.plus(limit);
  }

  /** Stopped by what it waited for: met when in time. */
  TimerMark stopped() {
    return with(state == TimerState.RUNNING ? TimerState.MET : TimerState.STOPPED, everBreached);
  }

  /** Stopped because it is not due any more. */
  TimerMark dropped() {
    return open() ? with(TimerState.STOPPED, everBreached) : this;
  }

  /** Breached, when its time is up at {@code now}. */
  TimerMark reached(Instant now) {
    return state == TimerState.RUNNING && !deadline().isAfter(now)
        ? with(TimerState.BREACHED, true)
        : this;
  }

  TimerMark told(long number, Instant when) {
    return new TimerMark(state, started, limit, everBreached, Math.toIntExact(number), when);
  }

  /** How it came out over all its runs. */
  TimerState outcome() {
    return everBreached ? TimerState.BREACHED : state;
  }

  boolean standsLike(TimerMark other) {
    return state == other.state && started.equals(other.started) && limit.equals(other.limit);
  }

  /** The update that says how it stands, under the number and instant it was last told. */
  Update.Timer update(Rule.Timer rule) {
    return new Update.Timer(seq, at, rule.id(), state, started, atRisk(rule), deadline());
  }

  private TimerMark with(TimerState next, boolean breached) {
    return new TimerMark(next, started, limit, breached, seq, at);
  }
}
