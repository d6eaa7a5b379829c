package io.souffleur.server.core.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  /** A Thursday afternoon; Friday the 1st of May is a holiday in Paris. */
  private static final ZonedDateTime SAID =
      ZonedDateTime.parse("2026-04-30T16:20:30+02:00[Europe/Paris]");

  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 5, 1));
  private static final Predicate<LocalDate> WORKS =
      Deadline.WEEKDAYS.and(day -> !HOLIDAYS.contains(day));

  @ParameterizedTest
  @CsvSource({
    "PT24H, 2026-05-01T16:20:30",
    "PT1H30M, 2026-04-30T17:50:30",
    "P2D, 2026-05-03T00:00",
    "P1W, 2026-05-08T00:00",
    "P1M, 2026-05-31T00:00",
    "P1BD, 2026-05-05T00:00",
    "P5BD, 2026-05-09T00:00",
    "+0w, 2026-05-01T00:00",
    "+1w, 2026-05-09T00:00",
    "+0m, 2026-05-01T00:00",
    "+1m, 2026-05-30T00:00",
    "+0d, 2026-05-01T00:00",
    "+1d, 2026-05-02T00:00",
    "+1dT12:00, 2026-05-01T12:00",
    "+0dT18:00, 2026-04-30T18:00",
    "T18:00, 2026-04-30T18:00",
    "T15:00, 2026-05-01T15:00",
    "monday, 2026-05-05T00:00",
    "thursday, 2026-05-08T00:00",
    "mondayT00:00, 2026-05-04T00:00",
    "---15, 2026-05-16T00:00",
    "---30, 2026-05-01T00:00",
    "---31T09:30, 2026-05-31T09:30",
    "--03-15, 2027-03-16T00:00",
    "--05-02T10:00, 2026-05-02T10:00",
    "2026-12-24, 2026-12-25T00:00"
  })
  void a_promise_is_late_from_an_instant_on(String text, String late) {
    Deadline deadline = Deadline.parse(text).orElseThrow();
    assertThat(deadline.resolve(SAID, WORKS).toLocalDateTime()).isEqualTo(late);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT36H",
        "P2D",
        "P12BD",
        "+0w",
        "+2m",
        "+1dT09:05",
        "T15:00",
        "sundayT08:00",
        "---07",
        "--02-29",
        "2026-03-15T23:59"
      })
  void what_is_written_is_read_again(String text) {
    assertThat(Deadline.parse(text).orElseThrow().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "PT0S",
        "PT-5M",
        "P0D",
        "P0BD",
        "P100BD",
        "P2Y",
        "PT99999H",
        "P999D",
        "-1d",
        "+1",
        "+1y",
        "+13m",
        "T",
        "T24:00",
        "T15",
        "T15:60",
        "15:00",
        "Monday",
        "someday",
        "---00",
        "---32",
        "--02-30",
        "2026-02-29",
        "+1d T12:00",
        "monday12:00",
        "+٣d",
        "day",
        "day or evening",
        "a text that is longer than any deadline can be"
      })
  void anything_else_is_no_deadline(String text) {
    assertThat(Deadline.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT24H, true",
    "T15:00, true",
    "mondayT09:00, true",
    "monday, false",
    "P2D, false",
    "P5BD, false",
    "+0w, false"
  })
  void a_deadline_knows_whether_the_clock_decides(String text, boolean toTheMinute) {
    assertThat(Deadline.parse(text).orElseThrow().toTheMinute()).isEqualTo(toTheMinute);
  }

  @Test
  void hours_pass_in_the_night_that_has_one_less() {
    ZonedDateTime said = ZonedDateTime.parse("2026-03-28T20:00:00+01:00[Europe/Paris]");
    assertThat(resolve("PT24H", said))
        .isEqualTo(ZonedDateTime.parse("2026-03-29T21:00+02:00[Europe/Paris]"));
    assertThat(resolve("+1dT02:30", said))
        .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Paris]"));
  }

  @Test
  void a_time_of_today_that_is_over_is_late_at_once() {
    assertThat(resolve("+0dT12:00", SAID)).isEqualTo(SAID);
    assertThat(resolve("2020-01-01", SAID)).isEqualTo(SAID);
  }

  @Test
  void the_end_of_the_week_on_a_weekend_is_its_sunday() {
    ZonedDateTime saturday = SAID.with(DayOfWeek.SATURDAY);
    assertThat(resolve("+0w", saturday).toLocalDate()).isEqualTo("2026-05-04");
  }

  @Test
  void a_calendar_without_a_working_day_counts_every_day() {
    Deadline deadline = Deadline.parse("P3BD").orElseThrow();
    assertThat(deadline.resolve(SAID, day -> false).toLocalDate()).isEqualTo("2026-05-04");
  }

  private static ZonedDateTime resolve(String text, ZonedDateTime said) {
    return Deadline.parse(text).orElseThrow().resolve(said, Deadline.WEEKDAYS);
  }
}
