package io.souffleur.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How busy agents are, within the hours in which the house is open. */
class OccupancyTest {

  /** Monday to Friday, 8:30 to 12:00 and 13:00 to 16:30: seven hours a day. */
  private static final OpeningHours OFFICE = Calendars.USUAL.named(Calendars.OFFICE);

  private final Occupancy occupancy = new Occupancy();

  private void held(String agent, String from, String to) {
    occupancy.add(
        new Tenure.Held(
            agent,
            Instant.parse("2026-11-" + from + ":00Z"),
            Instant.parse("2026-11-" + to + ":00Z")),
        OFFICE,
        ZoneOffset.UTC);
  }

  private Occupancy.Load load() {
    return occupancy.load().orElseThrow();
  }

  @Test
  void several_conversations_at_once_are_one_time_that_is_busy() {
    held("ines", "23T09:00", "23T10:00");
    held("ines", "23T09:30", "23T10:30");
    held("ines", "23T10:30", "23T11:00");
    held("tom", "23T13:00", "23T13:30");
    assertThat(load())
        .isEqualTo(
            new Occupancy.Load(Duration.ofMinutes(150), Duration.ofHours(14), 180.0 / 150, 2));
  }

  @Test
  void only_the_hours_in_which_the_house_is_open_count() {
    held("ines", "23T08:00", "23T09:00");
    held("ines", "23T11:30", "23T13:30");
    held("tom", "23T16:00", "23T22:00");
    assertThat(load().busy()).isEqualTo(Duration.ofHours(2));
    assertThat(load().open()).isEqualTo(Duration.ofHours(14));
  }

  @Test
  void a_day_without_a_conversation_is_no_day_at_work() {
    held("ines", "23T09:00", "23T10:00");
    held("ines", "25T09:00", "25T10:00");
    held("tom", "24T09:00", "24T10:00");
    held("tom", "28T09:00", "28T10:00");
    assertThat(load().busy()).isEqualTo(Duration.ofHours(3));
    assertThat(load().open()).isEqualTo(Duration.ofHours(21));
  }

  @Test
  void of_one_agent_nothing_is_told() {
    held("ines", "23T09:00", "23T10:00");
    assertThat(occupancy.load()).isEmpty();

    held("tom", "28T09:00", "28T10:00");
    assertThat(load()).isEqualTo(new Occupancy.Load(Duration.ZERO, Duration.ZERO, 1, 1));
  }

  @Test
  void agents_are_compared_once_each_has_enough_conversations() {
    IntStream.range(0, 20)
        .forEach(
            i -> {
              held("ines", "23T09:00", "23T12:00");
              held("tom", "23T13:00", "23T13:42");
            });
    IntStream.range(0, 19).forEach(i -> held("lea", "23T08:30", "23T16:30"));
    assertThat(occupancy.spread().orElseThrow()).isCloseTo((300.0 / 7 - 10) / 2, within(0.000_001));
  }

  static List<Long> seeds() {
    return new Random(20_261_126).longs(60).boxed().toList();
  }

  /** Any hours, any holidays, any conversations: the same as when somebody looks every minute. */
  @ParameterizedTest
  @MethodSource("seeds")
  void it_is_what_looking_every_minute_finds(long seed) {
    Random random = new Random(seed);
    ZoneId zone =
        List.of(ZoneId.of("Europe/Paris"), ZoneId.of("America/St_Johns"), ZoneId.of("UTC"))
            .get(random.nextInt(3));
    Map<DayOfWeek, List<Hours>> week = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, hours(random));
    }
    // A weekend on which clocks are put back in Paris, or forward in St. John's, may be among them.
    LocalDate first = LocalDate.of(2026, random.nextBoolean() ? 10 : 3, 1 + random.nextInt(27));
    OpeningHours calendar =
        new OpeningHours(
            Optional.of(zone),
            week,
            random.nextBoolean() ? Set.of(first.plusDays(random.nextInt(4))) : Set.of(),
            random.nextBoolean() ? Set.of(MonthDay.from(first.plusDays(1))) : Set.of());

    List<Tenure.Held> all = new ArrayList<>();
    Instant start = first.atStartOfDay(zone).toInstant();
    for (String agent : List.of("ines", "tom", "lea")) {
      for (int i = random.nextInt(12); i > 0; i--) {
        Instant from = start.plus(Duration.ofMinutes(random.nextInt(4 * 1440)));
        int length = random.nextInt(5) == 0 ? random.nextInt(2000) : random.nextInt(90);
        all.add(new Tenure.Held(agent, from, from.plus(Duration.ofMinutes(length))));
      }
    }
    all.forEach(one -> occupancy.add(one, calendar, ZoneOffset.UTC));

    assertThat(occupancy.load()).isEqualTo(everyMinute(all, calendar, zone, start));
  }

  /** None to three stretches that don't overlap, some of which touch. */
  private static List<Hours> hours(Random random) {
    int[] marks = random.ints(2L * random.nextInt(4), 0, 1441).sorted().toArray();
    List<Hours> hours = new ArrayList<>();
    for (int i = 0; i < marks.length; i += 2) {
      if (marks[i] < marks[i + 1]) {
        hours.add(new Hours(marks[i], marks[i + 1]));
      }
    }
    return hours;
  }

  private static Optional<Occupancy.Load> everyMinute(
      List<Tenure.Held> all, OpeningHours calendar, ZoneId zone, Instant start) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    Map<String, Integer> busy = new HashMap<>();
    Set<String> holders = new HashSet<>();
    long held = 0;
    long sum = 0;
    int most = 0;
    for (int minute = 0; minute < 8 * 1440; minute++) {
      Instant now = start.plus(Duration.ofMinutes(minute));
      for (String agent : List.of("ines", "tom", "lea")) {
        int atOnce =
            (int)
                all.stream()
                    .filter(one -> one.agent().equals(agent))
                    .filter(one -> !now.isBefore(one.from()) && now.isBefore(one.to()))
                    .count();
        sum += atOnce;
        held += atOnce > 0 ? 1 : 0;
        most = Math.max(most, atOnce);
        if (atOnce > 0) {
          holders.add(agent);
          if (isOpen(calendar, now.atZone(zone))) {
            busy.merge(agent, 1, Integer::sum);
            days.computeIfAbsent(agent, none -> new HashSet<>())
                .add(now.atZone(zone).toLocalDate());
          }
        }
      }
    }
    if (holders.size() < 2) {
      return Optional.empty();
    }
    int open = 0;
    for (Set<LocalDate> worked : days.values()) {
      for (LocalDate day : worked) {
        Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant now = day.atStartOfDay(zone).toInstant();
            now.isBefore(midnight);
            now = now.plus(Duration.ofMinutes(1))) {
          open += isOpen(calendar, now.atZone(zone)) ? 1 : 0;
        }
      }
    }
    boolean several = days.size() >= 2;
    int together = busy.values().stream().mapToInt(Integer::intValue).sum();
    return Optional.of(
        new Occupancy.Load(
            Duration.ofMinutes(several ? together : 0),
            Duration.ofMinutes(several ? open : 0),
            (double) sum / held,
            most));
  }

  /** By what a clock on the wall shows. */
  private static boolean isOpen(OpeningHours calendar, ZonedDateTime now) {
    int minute = now.getHour() * 60 + now.getMinute();
    return !calendar.closed().contains(now.toLocalDate())
        && !calendar.closedEveryYear().contains(MonthDay.from(now))
        && calendar.week().getOrDefault(now.getDayOfWeek(), List.of()).stream()
            .anyMatch(hours -> hours.from() <= minute && minute < hours.to());
  }
}
