package io.souffleur.server.core.commitment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A day as it is named in a promise. */
public sealed interface Day {

  /** As {@link Deadline} writes it. */
  String text();

  /** The day meant by somebody who speaks on {@code said}. */
  LocalDate after(LocalDate said);

  /** So many days later: today, tomorrow. */
  record Later(int days) implements Day {
    public Later {
      if (days < 0 || days > 99) {
        throw new IllegalArgumentException("no day: +" + days);
      }
    }

    @Override
    public String text() {
      return "+" + days + "d";
    }

    @Override
    public LocalDate after(LocalDate said) {
      return said.plusDays(days);
    }
  }

  /** The next one, never the day it was said. */
  record Weekday(DayOfWeek day) implements Day {
    @Override
    public String text() {
      return day.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LocalDate after(LocalDate said) {
      return said.with(TemporalAdjusters.next(day));
    }
  }

  /** A day of this month, or, when that is over or has none such, of the next that has. */
  record OfMonth(int day) implements Day {
    public OfMonth {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("no day of a month: " + day);
      }
    }

    @Override
    public String text() {
      return "---" + twoDigits(day);
    }

    @Override
    public LocalDate after(LocalDate said) {
      LocalDate month = said.withDayOfMonth(1);
      while (month.lengthOfMonth() < day || month.withDayOfMonth(day).isBefore(said)) {
        month = month.plusMonths(1);
      }
      return month.withDayOfMonth(day);
    }
  }

  /** A day of this year, or, when that is over, of the next. */
  record OfYear(MonthDay day) implements Day {
    @Override
    public String text() {
      return "--" + twoDigits(day.getMonthValue()) + "-" + twoDigits(day.getDayOfMonth());
    }

    @Override
    public LocalDate after(LocalDate said) {
      LocalDate day = this.day.atYear(said.getYear());
      return day.isBefore(said) ? this.day.atYear(said.getYear() + 1) : day;
    }
  }

  /** A day with its year. */
  record Date(LocalDate date) implements Day {
    @Override
    public String text() {
      return date.toString();
    }

    @Override
    public LocalDate after(LocalDate said) {
      return date;
    }
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
