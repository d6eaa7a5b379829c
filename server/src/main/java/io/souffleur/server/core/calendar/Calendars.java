package io.souffleur.server.core.calendar;

import io.souffleur.server.core.calendar.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calendars of a house, by their names; {@code office} is always among them. */
public record Calendars(Map<String, OpeningHours> byName) {

  /** The calendar that every house has, its own or this one. */
  public static final String OFFICE = "office";

  /** {@code office} alone, as long as the house says nothing else (norm E1). */
  public static final Calendars USUAL = new Calendars(Map.of());

  public Calendars {
    Map<String, OpeningHours> all = new HashMap<>(byName);
    all.putIfAbsent(OFFICE, usualOffice());
    byName = Map.copyOf(all);
  }

  /** Monday to Friday, 8:30 to 12:00 and 13:00 to 16:30, where the conversation takes place. */
  private static OpeningHours usualOffice() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, List.of(new Hours(510, 720), new Hours(780, 990)));
      }
    }
    return new OpeningHours(Optional.empty(), week, Set.of(), Set.of());
  }

  /**
   * The calendar of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public OpeningHours named(String name) {
    OpeningHours hours = byName.get(name);
    if (hours == null) {
      throw new IllegalArgumentException("no calendar is called " + name);
    }
    return hours;
  }
}
