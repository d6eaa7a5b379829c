package io.souffleur.server.core;

import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one timer stands.
 *
 * @param started of the latest run
 * @param limit of the latest run; shared with the rule where the rule fixes it
 * @param schedule of the latest run, where it goes by a calendar or has been paused; null: it runs
 *     out after its limit
 * @param everBreached whether any run ran out
 * @param seq of the last update about it; 0 when it never ran
 * @param at of the last update about it
 */
record TimerMark(
    TimerState state,
    Instant started,
    Duration limit,
    @Nullable Schedule schedule,
    boolean everBreached,
    int seq,
    Instant at) {

  private static final TimerMark NEVER_RAN =
      new TimerMark(
          TimerState.STOPPED, Instant.EPOCH, Duration.ZERO, null, false, 0, Instant.EPOCH);

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

  /** Whether it waits to be stopped in time, but its time does not pass. */
  boolean standsStill() {
    return state == TimerState.RUNNING && schedule != null && schedule.standsStill();
  }

  boolean isPaused() {
    return state == TimerState.RUNNING && schedule != null && schedule.pausedSince() != null;
  }

  TimerMark started(Instant now, Duration length, @Nullable Schedule plan) {
    return new TimerMark(TimerState.RUNNING, now, length, plan, everBreached, seq, at);
  }

  TimerMark scheduled(@Nullable Schedule plan) {
    return new TimerMark(state, started, limit, plan, everBreached, seq, at);
  }

  Instant atRisk(Rule.Timer rule) {
    return schedule != null
        ? schedule.atRisk()
        : started.plusMillis((long) (limit.toMillis() * rule.atRisk()));
  }

  Instant deadline() {
    return schedule != null ? schedule.deadline() : started.plus(limit);
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
    return state == TimerState.RUNNING && !isPaused() && !deadline().isAfter(now)
        ? with(TimerState.BREACHED, true)
        : this;
  }

  TimerMark told(long number, Instant when) {
    return new TimerMark(
        state, started, limit, schedule, everBreached, Math.toIntExact(number), when);
  }

  /** How it came out over all its runs. */
  TimerState outcome() {
    return everBreached ? TimerState.BREACHED : state;
  }

  boolean standsLike(TimerMark other) {
    return state == other.state
        && standsStill() == other.standsStill()
        && started.equals(other.started)
        && deadline().equals(other.deadline());
  }

  /** The update that says how it stands, under the number and instant it was last told. */
  Update.Timer update(Rule.Timer rule) {
    TimerState shown = standsStill() ? TimerState.STOPPED : state;
    return new Update.Timer(seq, at, rule.id(), shown, started, atRisk(rule), deadline());
  }

  private TimerMark with(TimerState next, boolean breached) {
    return new TimerMark(next, started, limit, schedule, breached, seq, at);
  }
}
