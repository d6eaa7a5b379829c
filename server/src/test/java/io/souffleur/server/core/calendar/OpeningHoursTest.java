package io.souffleur.server.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.calendar.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final OpeningHours OFFICE = Calendars.USUAL.named(Calendars.OFFICE);

  private static Instant paris(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private static OpeningHours office(Set<LocalDate> closed, Set<MonthDay> everyYear) {
    return new OpeningHours(Optional.empty(), OFFICE.week(), closed, everyYear);
  }

  @Test
  void a_day_may_be_split_and_the_closing_is_not_open_any_more() {
    assertThat(OFFICE.isOpen(paris("2026-11-23T08:29"), PARIS)).isFalse();
    assertThat(OFFICE.isOpen(paris("2026-11-23T08:30"), PARIS)).isTrue();
    assertThat(OFFICE.isOpen(paris("2026-11-23T12:00"), PARIS)).isFalse();
    assertThat(OFFICE.isOpen(paris("2026-11-23T13:00"), PARIS)).isTrue();
    assertThat(OFFICE.isOpen(paris("2026-11-23T16:30"), PARIS)).isFalse();
    assertThat(OFFICE.isOpen(paris("2026-11-22T10:00"), PARIS)).isFalse();
  }

  @Test
  void it_opens_and_closes_where_the_conversation_takes_place_unless_it_has_a_place_of_its_own() {
    Instant nineInParis = paris("2026-11-23T09:00");
    OpeningHours parisian = new OpeningHours(Optional.of(PARIS), OFFICE.week(), Set.of(), Set.of());
    ZoneId montreal = ZoneId.of("America/Montreal");
    assertThat(OFFICE.isOpen(nineInParis, montreal)).isFalse();
    assertThat(parisian.isOpen(nineInParis, montreal)).isTrue();
  }

  @Test
  void opening_time_goes_on_where_it_was_left_the_day_before() {
    assertThat(OFFICE.plus(paris("2026-11-23T15:00"), Duration.ofHours(4), PARIS))
        .isEqualTo(paris("2026-11-24T11:00"));
    assertThat(OFFICE.plus(paris("2026-11-27T16:00"), Duration.ofMinutes(30), PARIS))
        .isEqualTo(paris("2026-11-27T16:30"));
    assertThat(OFFICE.plus(paris("2026-11-27T16:30"), Duration.ofMinutes(1), PARIS))
        .isEqualTo(paris("2026-11-30T08:31"));
    assertThat(OFFICE.between(paris("2026-11-27T16:00"), paris("2026-11-30T09:00"), PARIS))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void business_days_end_at_the_closing_and_the_day_it_starts_is_not_one_of_them() {
    assertThat(OFFICE.endOfDay(paris("2026-11-23T10:00"), 2, PARIS))
        .isEqualTo(paris("2026-11-25T16:30"));
    assertThat(OFFICE.endOfDay(paris("2026-11-23T07:00"), 1, PARIS))
        .isEqualTo(paris("2026-11-24T16:30"));
    assertThat(OFFICE.endOfDay(paris("2026-11-28T10:00"), 1, PARIS))
        .isEqualTo(paris("2026-11-30T16:30"));
    assertThat(OFFICE.endOfDay(paris("2026-11-23T10:00"), 10, PARIS))
        .isEqualTo(paris("2026-12-07T16:30"));
  }

  @Test
  void holidays_are_left_out_once_or_every_year() {
    OpeningHours once = office(Set.of(LocalDate.of(2026, 12, 24)), Set.of());
    OpeningHours yearly =
        office(Set.of(), Set.of(MonthDay.of(12, 25), MonthDay.of(1, 1), MonthDay.of(2, 29)));
    assertThat(once.endOfDay(paris("2026-12-23T10:00"), 1, PARIS))
        .isEqualTo(paris("2026-12-25T16:30"));
    assertThat(yearly.endOfDay(paris("2026-12-24T10:00"), 1, PARIS))
        .isEqualTo(paris("2026-12-28T16:30"));
    assertThat(yearly.endOfDay(paris("2027-12-31T10:00"), 1, PARIS))
        .isEqualTo(paris("2028-01-03T16:30"));
    assertThat(yearly.isOpen(paris("2028-02-29T10:00"), PARIS)).isFalse();
  }

  @Test
  void an_hour_that_the_clock_leaps_over_is_none_and_one_it_shows_twice_is_two() {
    OpeningHours nights = always(new Hours(60, 240));
    assertThat(nights.between(paris("2026-03-29T00:00"), paris("2026-03-29T12:00"), PARIS))
        .isEqualTo(Duration.ofHours(2));
    assertThat(nights.between(paris("2026-10-25T00:00"), paris("2026-10-25T12:00"), PARIS))
        .isEqualTo(Duration.ofHours(4));
    assertThat(OFFICE.plus(paris("2026-03-27T16:00"), Duration.ofHours(1), PARIS))
        .isEqualTo(paris("2026-03-30T09:00"));
  }

  @Test
  void a_house_that_never_opens_or_never_closes_does_not_change() {
    Instant now = paris("2026-11-23T10:00");
    OpeningHours never = new OpeningHours(Optional.empty(), Map.of(), Set.of(), Set.of());
    assertThat(never.nextChange(now, PARIS)).isEmpty();
    assertThat(always(new Hours(0, 1440)).nextChange(now, PARIS)).isEmpty();
    assertThat(never.plus(now, Duration.ofMinutes(1), PARIS)).isAfter(paris("2029-01-01T00:00"));
    assertThat(never.endOfDay(now, 1, PARIS)).isAfter(paris("2029-01-01T00:00"));
    assertThat(never.between(now, paris("2027-01-01T00:00"), PARIS)).isZero();
  }

  @Test
  void hours_do_not_overlap() {
    assertThatThrownBy(() -> always(new Hours(60, 120), new Hours(119, 180)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OpeningHours always(Hours... hours) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(hours));
    }
    return new OpeningHours(Optional.empty(), week, Set.of(), Set.of());
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void it_reckons_as_somebody_would_who_looks_at_the_clock_every_minute(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ZoneId place =
        List.of(
                PARIS,
                ZoneId.of("America/New_York"),
                ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("Asia/Kolkata"))
            .get(random.nextInt(4));
    OpeningHours hours = randomHours(random);
    EveryMinute naive = new EveryMinute(hours, place);
    LocalDate near =
        List.of(
                LocalDate.of(2026, 3, 27),
                LocalDate.of(2026, 10, 23),
                LocalDate.of(2026, 3, 6),
                LocalDate.of(2026, 10, 30),
                LocalDate.of(2026, 4, 3),
                LocalDate.of(2026, 10, 2),
                LocalDate.of(2026, 12, 23))
            .get(random.nextInt(7));
    Instant from =
        near.atStartOfDay(place).toInstant().plus(random.nextInt(4 * 1440), ChronoUnit.MINUTES);
    Instant to = from.plus(random.nextInt(5 * 1440), ChronoUnit.MINUTES);
    Duration opening = Duration.ofMinutes(1 + random.nextInt(600));
    int days = 1 + random.nextInt(3);

    assertThat(hours.isOpen(from, place)).isEqualTo(naive.isOpen(from));
    assertThat(hours.nextChange(from, place)).contains(naive.nextChange(from));
    assertThat(hours.plus(from, opening, place)).isEqualTo(naive.plus(from, opening));
    assertThat(hours.between(from, to, place)).isEqualTo(naive.between(from, to));
    assertThat(hours.endOfDay(from, days, place)).isEqualTo(naive.endOfDay(from, days));
  }

  private static OpeningHours randomHours(RandomGenerator random) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Hours> hours = new ArrayList<>();
      int from = random.nextInt(400);
      while (from < 1440 && hours.size() < 3) {
        int to = Math.min(1440, from + 1 + random.nextInt(500));
        hours.add(new Hours(from, to));
        from = to + random.nextInt(200);
      }
      if (random.nextInt(4) > 0 || day == DayOfWeek.WEDNESDAY) {
        week.put(day, hours);
      }
    }
    week.put(DayOfWeek.THURSDAY, List.of());
    return new OpeningHours(
        Optional.empty(),
        week,
        Set.of(LocalDate.of(2026, 3, 30)),
        Set.of(MonthDay.of(12, 25), MonthDay.of(10, 26)));
  }

  /** Looks at the clock on the wall every minute. */
  private record EveryMinute(OpeningHours hours, ZoneId place) {

    boolean isOpen(Instant at) {
      ZonedDateTime local = at.atZone(place);
      int minute = local.toLocalTime().toSecondOfDay() / 60;
      return !hours.closed().contains(local.toLocalDate())
          && !hours.closedEveryYear().contains(MonthDay.from(local))
          && hours.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
              .anyMatch(each -> each.from() <= minute && minute < each.to());
    }

    private static Instant next(Instant at) {
      return at.plus(1, ChronoUnit.MINUTES);
    }

    Instant nextChange(Instant from) {
      Instant at = next(from);
      while (isOpen(at) == isOpen(from)) {
        at = next(at);
      }
      return at;
    }

    Instant plus(Instant from, Duration opening) {
      Instant at = from;
      for (long left = opening.toMinutes(); left > 0; at = next(at)) {
        left -= isOpen(at) ? 1 : 0;
      }
      return at;
    }

    Duration between(Instant from, Instant to) {
      long minutes = 0;
      for (Instant at = from; at.isBefore(to); at = next(at)) {
        minutes += isOpen(at) ? 1 : 0;
      }
      return Duration.ofMinutes(minutes);
    }

    Instant endOfDay(Instant from, int days) {
      LocalDate last = from.atZone(place).toLocalDate();
      Instant at = from;
      for (int left = days; left > 0; at = next(at)) {
        LocalDate day = at.atZone(place).toLocalDate();
        if (day.isAfter(last) && isOpen(at)) {
          last = day;
          left--;
        }
      }
      while (at.atZone(place).toLocalDate().equals(last)) {
        at = next(at);
      }
      while (!isOpen(at.minus(1, ChronoUnit.MINUTES))) {
        at = at.minus(1, ChronoUnit.MINUTES);
      }
      return at;
    }
  }
}
