package io.souffleur.server.replay;

import java.time.Duration;

/**
 * How soon customers are asked and answer (norm C3), by the first answer of each conversation. For
 * one thread.
 */
public final class SurveyReturns {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private long answered;
  private long withinAnHour;
  private long withinADay;

  /**
   * Adds the first answer in or after a conversation that ended.
   *
   * @param afterTheEnd how long after; nothing or less when it came before
   */
  void add(Duration afterTheEnd) {
    answered++;
    withinAnHour += afterTheEnd.compareTo(HOUR) <= 0 ? 1 : 0;
    withinADay += afterTheEnd.compareTo(DAY) <= 0 ? 1 : 0;
  }

  /** Conversations that ended and have an answer. */
  public long answered() {
    return answered;
  }

  /** Of these, the ones that had it at the latest an hour after the end. */
  public long withinAnHour() {
    return withinAnHour;
  }

  /** Of these, the ones that had it at the latest a day after the end. */
  public long withinADay() {
    return withinADay;
  }
}
