package io.souffleur.server.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a house is open, and arithmetic in opening time. Hours are those a clock on the wall shows:
 * on a day whose clock is put forward or back, opening time is as much shorter or longer as the day
 * is. Immutable; safe for use by any thread.
 *
 * @param zone where the clock hangs; empty: where the conversation takes place
 * @param week the hours of each day, in order, not overlapping; a day that is not there is closed
 * @param closed days on which it is closed whatever the day of the week
 * @param closedEveryYear as {@code closed}, every year
 */
public record OpeningHours(
    Optional<ZoneId> zone,
    Map<DayOfWeek, List<Hours>> week,
    Set<LocalDate> closed,
    Set<MonthDay> closedEveryYear) {

  /** Somebody is sure to open within this time; a house that does not is closed for good. */
  private static final int LONGEST_SEARCH_DAYS = 3 * 366;

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  /**
   * From one minute of the day to another, which is not one of them.
   *
   * @param from 0 to 1439
   * @param to after {@code from}, 1440 at most: midnight
   */
  public record Hours(int from, int to) {
    public Hours {
      if (from < 0 || to <= from || to > MINUTES_OF_A_DAY) {
        throw new IllegalArgumentException("no hours of one day: " + from + " to " + to);
      }
    }
  }

  /**
   * A stretch of time in which it is open.
   *
   * @param to exclusive, after {@code from}
   */
  public record Open(Instant from, Instant to) {
    public Open {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("no stretch of time: " + from + " to " + to);
      }
    }
  }

  public OpeningHours {
    Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, hours) -> {
          List<Hours> inOrder =
              hours.stream().sorted(Comparator.comparingInt(Hours::from)).toList();
          for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).from() < inOrder.get(i - 1).to()) {
              throw new IllegalArgumentException("hours overlap on " + day);
            }
          }
          sorted.put(day, inOrder);
        });
    week = Map.copyOf(sorted);
    closed = Set.copyOf(closed);
    closedEveryYear = Set.copyOf(closedEveryYear);
  }

  /** Whether it is open at {@code at}, for a conversation that takes place in {@code place}. */
  public boolean isOpen(Instant at, ZoneId place) {
    ZoneId here = zone.orElse(place);
    return open(dateOf(at, here), here).stream()
        .anyMatch(open -> !at.isBefore(open.from()) && at.isBefore(open.to()));
  }

  /** Whether it opens at all on {@code date}. */
  public boolean opensOn(LocalDate date) {
    return !closed.contains(date)
        && !closedEveryYear.contains(MonthDay.from(date))
        && !week.getOrDefault(date.getDayOfWeek(), List.of()).isEmpty();
  }

  /** When it next opens, or closes, after {@code at}; empty when it never does. */
  public Optional<Instant> nextChange(Instant at, ZoneId place) {
    ZoneId here = zone.orElse(place);
    LocalDate first = dateOf(at, here);
    Optional<Instant> closes = Optional.empty();
    for (int day = 0; day < LONGEST_SEARCH_DAYS; day++) {
      for (Open open : open(first.plusDays(day), here)) {
        if (closes.isPresent() && open.from().isAfter(closes.get())) {
          return closes;
        }
        if (open.from().isAfter(at) && closes.isEmpty()) {
          return Optional.of(open.from());
        }
        if (open.to().isAfter(at)) {
          closes = Optional.of(open.to());
        }
      }
      if (closes.isPresent() && closes.get().isBefore(startOf(first.plusDays(day + 1L), here))) {
        return closes;
      }
    }
    return Optional.empty();
  }

  /**
   * When {@code opening} time has passed since {@code from}; at the closing, when that is the very
   * end of it.
   */
  public Instant plus(Instant from, Duration opening, ZoneId place) {
    ZoneId here = zone.orElse(place);
    LocalDate first = dateOf(from, here);
    Duration left = opening;
    Instant reached = from;
    for (int day = 0; day < LONGEST_SEARCH_DAYS && left.isPositive(); day++) {
      for (Open open : open(first.plusDays(day), here)) {
        Instant start = later(open.from(), from);
        if (left.isPositive() && start.isBefore(open.to())) {
          Duration there = Duration.between(start, open.to());
          boolean enough = left.compareTo(there) <= 0;
          reached = enough ? start.plus(left) : open.to();
          left = enough ? Duration.ZERO : left.minus(there);
        }
      }
    }
    return left.isPositive() ? reached.plus(Duration.ofDays(LONGEST_SEARCH_DAYS)) : reached;
  }

  /** How much opening time lies between the two; nothing when {@code to} is the earlier. */
  public Duration between(Instant from, Instant to, ZoneId place) {
    return openBetween(from, to, place).stream()
        .map(open -> Duration.between(open.from(), open.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The opening time between the two, in order; a stretch for each time it opens, none past
   * midnight.
   */
  public List<Open> openBetween(Instant from, Instant to, ZoneId place) {
    ZoneId here = zone.orElse(place);
    List<Open> between = new ArrayList<>();
    LocalDate last = dateOf(to, here);
    for (LocalDate day = dateOf(from, here); !day.isAfter(last); day = day.plusDays(1)) {
      for (Open open : open(day, here)) {
        Instant start = later(open.from(), from);
        Instant end = open.to().isBefore(to) ? open.to() : to;
        if (start.isBefore(end)) {
          between.add(new Open(start, end));
        }
      }
    }
    return between;
  }

  /** The opening time of the day, midnight to midnight, in which {@code at} lies; in order. */
  public List<Open> openOnDayOf(Instant at, ZoneId place) {
    ZoneId here = zone.orElse(place);
    return open(dateOf(at, here), here);
  }

  /**
   * The last closing of the {@code days}th day on which it opens at all, the day of {@code from}
   * not counted.
   */
  public Instant endOfDay(Instant from, int days, ZoneId place) {
    ZoneId here = zone.orElse(place);
    LocalDate first = dateOf(from, here);
    int left = days;
    for (int day = 1; day < LONGEST_SEARCH_DAYS; day++) {
      List<Open> open = open(first.plusDays(day), here);
      left -= open.isEmpty() ? 0 : 1;
      if (left == 0) {
        return open.getLast().to();
      }
    }
    return from.plus(Duration.ofDays(LONGEST_SEARCH_DAYS));
  }

  /**
   * In order. Where the offset changes within a day, each part of the day is looked at with its
   * own: hours that the clock leaps over are none, hours that it shows twice are twice as long.
   */
  private List<Open> open(LocalDate date, ZoneId here) {
    List<Hours> hours =
        opensOn(date) ? week.getOrDefault(date.getDayOfWeek(), List.of()) : List.of();
    List<Open> open = new ArrayList<>();
    Instant end = startOf(date.plusDays(1), here);
    Instant part = startOf(date, here);
    while (!hours.isEmpty() && part.isBefore(end)) {
      ZoneOffset offset = here.getRules().getOffset(part);
      ZoneOffsetTransition next = here.getRules().nextTransition(part);
      Instant until = next != null && next.getInstant().isBefore(end) ? next.getInstant() : end;
      Instant midnight = date.atStartOfDay().toInstant(offset);
      for (Hours each : hours) {
        Instant from = later(part, midnight.plus(Duration.ofMinutes(each.from())));
        Instant to = midnight.plus(Duration.ofMinutes(each.to()));
        add(open, from, to.isBefore(until) ? to : until);
      }
      part = until;
    }
    return open;
  }

  private static void add(List<Open> open, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return;
    }
    if (!open.isEmpty() && open.getLast().to().equals(from)) {
      open.set(open.size() - 1, new Open(open.getLast().from(), to));
    } else {
      open.add(new Open(from, to));
    }
  }

  private static LocalDate dateOf(Instant at, ZoneId here) {
    return at.atZone(here).toLocalDate();
  }

  private static Instant startOf(LocalDate date, ZoneId here) {
    return date.atStartOfDay(here).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
