package io.souffleur.server.core;

import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.rule.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When something runs out that may stand still on its way: by its calendar, or because a clock is
 * paused.
 *
 * @param atRisk from when on it is about to run out
 * @param deadline when it runs out; while paused: when it would have
 * @param pausedSince null while it is not paused
 * @param closed whether its calendar is closed
 */
record Schedule(Instant atRisk, Instant deadline, @Nullable Instant pausedSince, boolean closed) {

  /** By a calendar, from {@code start} on. */
  static Schedule of(Limit.ByCalendar limit, double share, Instant start, Course course) {
    OpeningHours hours = course.calendars().named(limit.calendar());
    ZoneId place = course.facts().zone();
    Instant deadline =
        switch (limit) {
          case Limit.OpeningTime time -> hours.plus(start, time.duration(), place);
          case Limit.BusinessDays days -> hours.endOfDay(start, days.days(), place);
        };
    long millis = hours.between(start, deadline, place).toMillis();
    Instant atRisk = hours.plus(start, Duration.ofMillis((long) (millis * share)), place);
    return new Schedule(atRisk, deadline, null, !hours.isOpen(start, place));
  }

  boolean standsStill() {
    return pausedSince != null || closed;
  }

  Schedule paused(Instant now) {
    return new Schedule(atRisk, deadline, now, closed);
  }

  /** What was left when it was paused is left from {@code now} on. */
  Schedule resumed(Instant now, @Nullable OpeningHours hours, ZoneId place) {
    Instant since = pausedSince;
    return since == null
        ? this
        : new Schedule(
            moved(atRisk, since, now, hours, place),
            moved(deadline, since, now, hours, place),
            null,
            closed);
  }

  private static Instant moved(
      Instant instant, Instant since, Instant now, @Nullable OpeningHours hours, ZoneId place) {
    if (!instant.isAfter(since)) {
      return instant;
    }
    return hours == null
        ? now.plus(Duration.between(since, instant))
        : hours.plus(now, hours.between(since, instant, place), place);
  }

  Schedule closed(boolean shut) {
    return new Schedule(atRisk, deadline, pausedSince, shut);
  }
}
