package io.souffleur.server.core.commitment;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By when something was promised: the value of a {@code commitment} cue.
 *
 * <p>As text, with times of the conversation's own zone:
 *
 * <pre>{@code
 * deadline = length | end | day [ time ] | time
 * length   = ISO 8601: PT24H | PT1H30M      to the second
 *          | ISO 8601: P2D | P1W | P1M      to the end of the last day
 *          | "P" n "BD"                     to the end of the last working day
 * end      = "+" n ( "w" | "m" )            the end of the week or month: +0w this, +1w the next
 * day      = "+" n "d"                      +0d today, +1d tomorrow
 *          | "monday" … "sunday"            the next one after the day it was said
 *          | "---15" | "--03-15"            the next one that is not over
 *          | "2026-03-15"
 * time     = "T" hh ":" mm                  alone: the next time the clock shows it
 * }</pre>
 *
 * A day without a time ends at midnight. Immutable.
 */
public sealed interface Deadline {

  /** A longer length is a misreading. */
  Duration LONGEST = Duration.ofDays(400);

  /** Monday to Friday: the working days where no house says which. */
  Predicate<LocalDate> WEEKDAYS = date -> date.getDayOfWeek().getValue() <= 5;

  /** The deadline written in {@code text}; empty when none is. */
  static Optional<Deadline> parse(String text) {
    return DeadlineText.parse(text);
  }

  /** As {@link #parse} reads it. */
  String text();

  /**
   * The instant at which the promise is late.
   *
   * @param said when it was made, in the conversation's zone
   * @param works whether a day is a working day; of any 31 days one must be
   * @return never before {@code said}
   */
  ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works);

  /** Whether it is a point of the clock; otherwise it is the end of a day. */
  boolean toTheMinute();

  /** A length of time from the message on. */
  record Within(Duration length) implements Deadline {
    public Within {
      require(length.isPositive() && length.compareTo(LONGEST) <= 0, length);
    }

    @Override
    public String text() {
      return length.toString();
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      return said.plus(length);
    }

    @Override
    public boolean toTheMinute() {
      return true;
    }
  }

  /** Days, weeks or months from the message on, to the end of the last day. */
  record Days(Period length) implements Deadline {
    public Days {
      require(
          !length.isNegative()
              && !length.isZero()
              && length.getYears() == 0
              && length.getMonths() <= 12
              && length.getDays() <= 366,
          length);
    }

    @Override
    public String text() {
      return length.toString();
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      return endOf(said.toLocalDate().plus(length), said.getZone());
    }

    @Override
    public boolean toTheMinute() {
      return false;
    }
  }

  /** Working days after the day of the message, to the end of the last one. */
  record WorkingDays(int count) implements Deadline {
    public WorkingDays {
      require(count > 0 && count <= 99, count);
    }

    @Override
    public String text() {
      return "P" + count + "BD";
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      LocalDate day = said.toLocalDate();
      for (int worked = 0; worked < count; worked++) {
        day = nextWorked(day, works);
      }
      return endOf(day, said.getZone());
    }

    private static LocalDate nextWorked(LocalDate day, Predicate<LocalDate> works) {
      for (int ahead = 1; ahead <= 31; ahead++) {
        if (works.test(day.plusDays(ahead))) {
          return day.plusDays(ahead);
        }
      }
      return day.plusDays(1);
    }

    @Override
    public boolean toTheMinute() {
      return false;
    }
  }

  /**
   * The end of a week or month.
   *
   * @param later 0 for the one of the message, 1 for the next
   */
  record EndOf(Stretch stretch, int later) implements Deadline {
    public EndOf {
      require(later >= 0 && later <= 12, later);
    }

    @Override
    public String text() {
      return "+" + later + (stretch == Stretch.WEEK ? "w" : "m");
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      LocalDate day = said.toLocalDate();
      LocalDate last =
          switch (stretch) {
            case WEEK -> day.plusDays(7 - day.getDayOfWeek().getValue()).plusWeeks(later);
            case MONTH -> day.plusMonths(later).plusMonths(1).withDayOfMonth(1).minusDays(1);
          };
      return endOf(lastWorked(last, day, works), said.getZone());
    }

    /** The last working day up to {@code last}, unless it is over. */
    private static LocalDate lastWorked(
        LocalDate last, LocalDate from, Predicate<LocalDate> works) {
      for (LocalDate day = last; !day.isBefore(from); day = day.minusDays(1)) {
        if (works.test(day)) {
          return day;
        }
      }
      return last;
    }

    @Override
    public boolean toTheMinute() {
      return false;
    }
  }

  /** What {@link EndOf} is the end of. */
  enum Stretch {
    WEEK,
    MONTH
  }

  /** A day that was named, to a time of it or to its end. */
  record OnDay(Day day, Optional<LocalTime> time) implements Deadline {
    public OnDay {
      require(time.isEmpty() || isWholeMinute(time.get()), time);
    }

    @Override
    public String text() {
      return day.text() + time.map(at -> "T" + at).orElse("");
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      LocalDate date = day.after(said.toLocalDate());
      ZonedDateTime at =
          time.isPresent()
              ? date.atTime(time.get()).atZone(said.getZone())
              : endOf(date, said.getZone());
      return at.isBefore(said) ? said : at;
    }

    @Override
    public boolean toTheMinute() {
      return time.isPresent();
    }
  }

  /** The next time the clock shows {@code time}. */
  record AtTime(LocalTime time) implements Deadline {
    public AtTime {
      require(isWholeMinute(time), time);
    }

    @Override
    public String text() {
      return "T" + time;
    }

    @Override
    public ZonedDateTime resolve(ZonedDateTime said, Predicate<LocalDate> works) {
      ZonedDateTime today = said.toLocalDate().atTime(time).atZone(said.getZone());
      return today.isAfter(said)
          ? today
          : said.toLocalDate().plusDays(1).atTime(time).atZone(said.getZone());
    }

    @Override
    public boolean toTheMinute() {
      return true;
    }
  }

  private static ZonedDateTime endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone);
  }

  private static boolean isWholeMinute(LocalTime time) {
    return time.getSecond() == 0 && time.getNano() == 0;
  }

  private static void require(boolean holds, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("no deadline: " + found);
    }
  }
}
