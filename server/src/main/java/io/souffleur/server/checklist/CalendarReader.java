package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Hours;
import io.souffleur.server.core.rule.RuleId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the calendars of a house: {@code {office: {hours: {mon-fri: ["08:30-12:00",
 * "13:00-16:30"]}, holidays: ["12-25"]}}}.
 */
final class CalendarReader {

  private static final String CONVERSATION = "conversation";
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DAY_OF_YEAR = Pattern.compile("[0-9]{2}-[0-9]{2}");
  private static final String MIDNIGHT = "24:00";
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Problems problems;
  private final Values values;
  private final WeekReader week;

  CalendarReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.week = new WeekReader(problems);
  }

  /** The calendars in {@code written}, by their names. */
  Map<String, OpeningHours> read(Written written) {
    Map<String, OpeningHours> calendars = new LinkedHashMap<>();
    if (!(written instanceof Mapping mapping)) {
      problems.add(
          written.at(),
          "calendars are written as {office: {hours: {mon-fri: \"09:00-17:00\"}}}, not "
              + written.kind());
      return calendars;
    }
    for (Written.Entry entry : mapping.entries()) {
      Text name = entry.key();
      if (RuleId.of(name.value()).isEmpty()) {
        problems.add(
            name.at(),
            "a calendar’s name is lower-case words joined by hyphens, at most 64 characters, not "
                + Problems.quoted(name.value()));
      }
      if (calendars.put(name.value(), calendar(entry.value())) != null) {
        problems.add(name.at(), Problems.quoted(name.value()) + " is given twice");
      }
    }
    return calendars;
  }

  private OpeningHours calendar(Written written) {
    Section section =
        Section.open(written, "a calendar", List.of("zone", "hours", "holidays"), problems);
    Optional<ZoneId> zone = section.find("zone").flatMap(values::text).flatMap(this::zone);
    Map<DayOfWeek, List<Hours>> hours = section.require("hours").map(this::hours).orElse(Map.of());
    Set<LocalDate> once = new LinkedHashSet<>();
    Set<MonthDay> everyYear = new LinkedHashSet<>();
    for (Written day : section.find("holidays").map(values::oneOrMore).orElse(List.of())) {
      values.text(day).ifPresent(text -> holiday(text, once, everyYear));
    }
    return new OpeningHours(zone, hours, once, everyYear);
  }

  private Optional<ZoneId> zone(Text text) {
    if (text.value().equals(CONVERSATION)) {
      return Optional.empty();
    }
    if (ZoneId.getAvailableZoneIds().contains(text.value())) {
      return Optional.of(ZoneId.of(text.value()));
    }
    String nearest = NearestWord.suggestion(text.value(), ZoneId.getAvailableZoneIds(), Map.of());
    problems.add(
        text.at(),
        "no time zone "
            + Problems.quoted(text.value())
            + (nearest.isEmpty() ? "; write conversation, or one such as Europe/Paris" : nearest));
    return Optional.empty();
  }

  private Map<DayOfWeek, List<Hours>> hours(Written written) {
    Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
    if (!(written instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(
          written.at(), "hours are written as {mon-fri: [\"08:30-12:00\", \"13:00-16:30\"]}");
      return hours;
    }
    for (Written.Entry entry : mapping.entries()) {
      List<Hours> ofDay = ofDay(entry.value());
      for (DayOfWeek day : week.days(entry.key())) {
        if (hours.put(day, ofDay) != null) {
          problems.add(entry.key().at(), Problems.quoted(entry.key().value()) + " has a day twice");
        }
      }
    }
    return hours;
  }

  private List<Hours> ofDay(Written written) {
    List<Hours> hours = new ArrayList<>();
    for (Written one : values.oneOrMore(written)) {
      Optional<Text> text = values.text(one);
      Optional<Hours> found = text.flatMap(this::stretch);
      if (text.isEmpty() || found.isEmpty()) {
        continue;
      }
      Hours next = found.get();
      if (hours.stream().anyMatch(other -> next.from() < other.to() && other.from() < next.to())) {
        problems.add(text.get().at(), "these hours overlap with others of the day");
      } else {
        hours.add(next);
      }
    }
    return hours;
  }

  private Optional<Hours> stretch(Text text) {
    String[] ends = text.value().split("-", -1);
    if (ends.length != 2) {
      problems.add(
          text.at(),
          "from when to when? As in \"08:30-12:00\", not " + Problems.quoted(text.value()));
      return Optional.empty();
    }
    Optional<Integer> from = minute(text, ends[0].strip());
    String end = ends[1].strip();
    Optional<Integer> to = end.equals(MIDNIGHT) ? Optional.of(MINUTES_OF_A_DAY) : minute(text, end);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.get() >= to.get()) {
      problems.add(
          text.at(),
          "opening hours end later on the same day (at \"24:00\" at the latest), not "
              + Problems.quoted(text.value()));
      return Optional.empty();
    }
    return Optional.of(new Hours(from.get(), to.get()));
  }

  private Optional<Integer> minute(Text text, String time) {
    return values.timeOfDay(text, time).map(LocalTime::toSecondOfDay).map(second -> second / 60);
  }

  private void holiday(Text text, Set<LocalDate> once, Set<MonthDay> everyYear) {
    try {
      if (DAY.matcher(text.value()).matches()) {
        once.add(LocalDate.parse(text.value()));
        return;
      }
      if (DAY_OF_YEAR.matcher(text.value()).matches()) {
        everyYear.add(MonthDay.parse("--" + text.value()));
        return;
      }
    } catch (DateTimeException e) {
      // Said below, as what is not even shaped like a day.
    }
    problems.add(
        text.at(),
        "a holiday is a day such as \"2026-12-25\", or \"12-25\" of every year, not "
            + Problems.quoted(text.value()));
  }
}
