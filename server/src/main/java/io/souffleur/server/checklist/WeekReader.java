package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.rule.HourRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads hours of the day ({@code 17:00-05:00}) and days of the week ({@code mon-fri}). */
final class WeekReader {

  private static final Map<String, DayOfWeek> DAYS = days();
  private static final Map<String, String> OTHER_DAYS = otherDays();

  private final Problems problems;
  private final Values values;

  WeekReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** From when to when, as in {@code 17:00-05:00}. */
  Optional<HourRange> hours(Text text) {
    String[] ends = text.value().split("-", -1);
    if (ends.length != 2) {
      problems.add(
          text.at(),
          "from when to when? As in \"17:00-05:00\", not " + Problems.quoted(text.value()));
      return Optional.empty();
    }
    Optional<LocalTime> from = values.timeOfDay(text, ends[0].strip());
    Optional<LocalTime> to = values.timeOfDay(text, ends[1].strip());
    return from.isPresent() && to.isPresent()
        ? Optional.of(new HourRange(from.get(), to.get()))
        : Optional.empty();
  }

  /** One day, or from one to another: {@code sat}, {@code mon-fri}, {@code sat-mon}. */
  Set<DayOfWeek> days(Text text) {
    String[] ends = text.value().split("-", -1);
    if (ends.length > 2) {
      problems.add(
          text.at(), "days are written mon or mon-fri, not " + Problems.quoted(text.value()));
      return Set.of();
    }
    Optional<DayOfWeek> from = day(text, ends[0].strip());
    Optional<DayOfWeek> to = ends.length == 1 ? from : day(text, ends[1].strip());
    if (from.isEmpty() || to.isEmpty()) {
      return Set.of();
    }
    Set<DayOfWeek> days = EnumSet.of(to.get());
    for (DayOfWeek day = from.get(); day != to.get(); day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  private Optional<DayOfWeek> day(Text text, String name) {
    return values.choice(new Text(text.at(), name, -1), "day", DAYS, OTHER_DAYS);
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
    return days;
  }

  private static Map<String, String> otherDays() {
    Map<String, String> others = new LinkedHashMap<>();
    Iterator<DayOfWeek> days = List.of(DayOfWeek.values()).iterator();
    for (String french :
        List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")) {
      String english = days.next().name().toLowerCase(Locale.ROOT);
      for (String other : List.of(english, french, french.substring(0, 3))) {
        others.put(other, english.substring(0, 3));
      }
    }
    return others;
  }
}
