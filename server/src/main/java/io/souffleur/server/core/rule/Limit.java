package io.souffleur.server.core.rule;

import java.time.Duration;

/** How long a timer may run. */
public sealed interface Limit {

  /** Always the same. */
  record Fixed(Duration duration) implements Limit {}

  /**
   * The length the agent announced: the value of the cue that started the timer, plus a grace. A
   * start without a value does not start the timer.
   */
  record Announced(Duration grace) implements Limit {}

  /**
   * To the deadline of what the agent promised. Such a timer is not shown as a clock of its own: it
   * gives the hints of the promises, which have clocks already.
   */
  record Promised() implements Limit {}

  /** So long as a calendar of the house says. */
  sealed interface ByCalendar extends Limit {

    /** The name of the calendar. */
    String calendar();
  }

  /** So much opening time. */
  record OpeningTime(Duration duration, String calendar) implements ByCalendar {}

  /** To the closing of the day that is so many days on which it opens later. */
  record BusinessDays(int days, String calendar) implements ByCalendar {
    public BusinessDays {
      if (days < 1) {
        throw new IllegalArgumentException("at least one day: " + days);
      }
    }
  }
}
