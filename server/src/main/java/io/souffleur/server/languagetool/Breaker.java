package io.souffleur.server.languagetool;

import java.time.Duration;

/**
 * Leaves a server alone that does not answer: after a few failures in a row for a while, then it is
 * tried once, and left alone for twice as long if that fails too. Times are those of a monotonic
 * clock, in nanoseconds. Safe for use by any thread.
 */
final class Breaker {

  static final int FAILURES = 3;
  static final Duration FIRST_REST = Duration.ofSeconds(15);
  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private int failures;
  private boolean resting;
  private long until;
  private Duration rest = FIRST_REST;

  /** Whether it may be tried at {@code now}; while resting, once a rest. */
  synchronized boolean allows(long now) {
    if (!resting) {
      return true;
    }
    if (now - until < 0) {
      return false;
    }
    until = now + rest.toNanos();
    return true;
  }

  /** It answered; gives whether it had been left alone before. */
  synchronized boolean succeeded() {
    boolean back = resting;
    failures = 0;
    resting = false;
    rest = FIRST_REST;
    return back;
  }

  /** It did not answer; gives whether it is left alone from now on. */
  synchronized boolean failed(long now) {
    if (resting) {
      Duration longer = rest.multipliedBy(2);
      rest = longer.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : longer;
      until = now + rest.toNanos();
      return false;
    }
    failures++;
    if (failures < FAILURES) {
      return false;
    }
    resting = true;
    until = now + rest.toNanos();
    return true;
  }
}
