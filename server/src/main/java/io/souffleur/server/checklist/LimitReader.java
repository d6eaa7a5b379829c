package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.rule.Limit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a length of time that goes by a calendar: {@code 2 business days}, {@code 4 business
 * hours}, or any length beside {@code calendar: office}.
 */
final class LimitReader {

  static final String CALENDAR = "calendar";

  private static final Pattern BUSINESS = Pattern.compile("([1-9][0-9]?) business (days?|hours?)");
  private static final int MOST_DAYS = 31;

  private final Problems problems;
  private final Values values;
  private final Map<String, String> calendars;

  /**
   * @param calendars the names of those a rule may go by
   */
  LimitReader(Problems problems, Set<String> calendars) {
    this.problems = problems;
    this.values = new Values(problems);
    this.calendars = new LinkedHashMap<>();
    calendars.forEach(name -> this.calendars.put(name, name));
  }

  /** Whether {@code length}, a value in {@code section}, goes by a calendar. */
  static boolean isMeant(Section section, Text length) {
    return section.has(CALENDAR) || length.value().contains("business");
  }

  /** The limit that {@code length} in {@code section} sets; empty, and reported, when none. */
  Optional<Limit.ByCalendar> read(Section section, Text length) {
    Optional<String> calendar =
        section.find(CALENDAR).flatMap(name -> values.choice(name, CALENDAR, calendars, Map.of()));
    if (!section.has(CALENDAR)) {
      problems.add(length.at(), "whose business hours? Add calendar: office");
    }
    Matcher business = BUSINESS.matcher(length.value());
    if (!business.matches() && length.value().contains("business")) {
      problems.add(
          length.at(),
          "write 2 business days or 4 business hours, not " + Problems.quoted(length.value()));
      return Optional.empty();
    }
    if (!business.matches()) {
      Optional<Duration> opening = values.duration(length, length.value());
      return calendar.isPresent() && opening.isPresent()
          ? Optional.of(new Limit.OpeningTime(opening.get(), calendar.get()))
          : Optional.empty();
    }
    int number = Integer.parseInt(business.group(1));
    if (business.group(2).startsWith("hour")) {
      return calendar.map(name -> new Limit.OpeningTime(Duration.ofHours(number), name));
    }
    if (number > MOST_DAYS) {
      problems.add(length.at(), "at most " + MOST_DAYS + " business days");
      return Optional.empty();
    }
    return calendar.map(name -> new Limit.BusinessDays(number, name));
  }
}
