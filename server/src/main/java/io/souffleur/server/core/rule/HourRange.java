package io.souffleur.server.core.rule;

import java.time.LocalTime;

/**
 * Hours of the day, from inclusive to exclusive; may pass midnight ({@code 17:00} to {@code
 * 04:00}).
 */
public record HourRange(LocalTime from, LocalTime to) {

  /** Whether {@code time} lies within. */
  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
