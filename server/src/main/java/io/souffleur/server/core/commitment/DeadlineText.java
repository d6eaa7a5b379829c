package io.souffleur.server.core.commitment;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the grammar of {@link Deadline}. */
final class DeadlineText {

  private static final int LONGEST = 24;

  private static final Pattern WORKING_DAYS = Pattern.compile("P(\\d{1,2})BD");
  private static final Pattern PERIOD = Pattern.compile("P\\d{1,3}[DWM]");
  private static final Pattern END_OF = Pattern.compile("\\+(\\d{1,2})([wm])");
  private static final Pattern LATER = Pattern.compile("\\+(\\d{1,2})d");
  private static final Pattern OF_MONTH = Pattern.compile("---(\\d{2})");
  private static final Pattern OF_YEAR = Pattern.compile("--\\d{2}-\\d{2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

  private DeadlineText() {}

  static Optional<Deadline> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return text.charAt(0) == 'P' ? length(text) : moment(text);
    } catch (IllegalArgumentException | DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static Optional<Deadline> length(String text) {
    if (text.startsWith("PT")) {
      return Optional.of(new Deadline.Within(Duration.parse(text)));
    }
    Matcher working = WORKING_DAYS.matcher(text);
    if (working.matches()) {
      return Optional.of(new Deadline.WorkingDays(Integer.parseInt(working.group(1))));
    }
    return PERIOD.matcher(text).matches()
        ? Optional.of(new Deadline.Days(Period.parse(text)))
        : Optional.empty();
  }

  private static Optional<Deadline> moment(String text) {
    Matcher end = END_OF.matcher(text);
    if (end.matches()) {
      Deadline.Stretch stretch =
          end.group(2).equals("w") ? Deadline.Stretch.WEEK : Deadline.Stretch.MONTH;
      return Optional.of(new Deadline.EndOf(stretch, Integer.parseInt(end.group(1))));
    }
    int t = text.indexOf('T');
    if (t < 0) {
      return day(text).map(day -> new Deadline.OnDay(day, Optional.empty()));
    }
    String clock = text.substring(t + 1);
    if (!TIME.matcher(clock).matches()) {
      return Optional.empty();
    }
    LocalTime time = LocalTime.parse(clock);
    return t == 0
        ? Optional.of(new Deadline.AtTime(time))
        : day(text.substring(0, t)).map(day -> new Deadline.OnDay(day, Optional.of(time)));
  }

  private static Optional<Day> day(String text) {
    Matcher later = LATER.matcher(text);
    if (later.matches()) {
      return Optional.of(new Day.Later(Integer.parseInt(later.group(1))));
    }
    Matcher ofMonth = OF_MONTH.matcher(text);
    if (ofMonth.matches()) {
      return Optional.of(new Day.OfMonth(Integer.parseInt(ofMonth.group(1))));
    }
    if (OF_YEAR.matcher(text).matches()) {
      return Optional.of(new Day.OfYear(MonthDay.parse(text)));
    }
    if (DATE.matcher(text).matches()) {
      return Optional.of(new Day.Date(LocalDate.parse(text)));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(new Day.Weekday(day));
      }
    }
    return Optional.empty();
  }
}
