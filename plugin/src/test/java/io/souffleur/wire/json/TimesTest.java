package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T14:05:00+01:00, 2026-11-22T14:05:00+01:00",
    "2026-11-22t14:05:00z, 2026-11-22T14:05:00Z",
    "2026-11-22T14:05:00.120-04:30, 2026-11-22T14:05:00.12-04:30",
    "2026-11-22T14:05:00.000000001-00:30, 2026-11-22T14:05:00.000000001-00:30",
    "2024-02-29T23:59:59.999999999+14:00, 2024-02-29T23:59:59.999999999+14:00",
    "2026-11-22T14:05:00-00:00, 2026-11-22T14:05:00Z",
  })
  void a_time_is_read_and_written_in_its_shortest_form(String text, String shortest) {
    assertThat(Times.format(Times.parse(text))).isEqualTo(shortest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-11-22",
        "2026-11-22T14:05Z",
        "2026-11-22T14:05:00",
        "2026-11-22 14:05:00Z",
        "2026-11-22T14:05:00.Z",
        "2026-11-22T14:05:00.1234567890Z",
        "2026-11-22T14:05:00+0100",
        "2026-11-22T14:05:00+01:00:00",
        "2026-11-22T14:05:00+19:00",
        "2026-11-22T24:00:00Z",
        "2026-11-22T23:59:60Z",
        "2026-02-29T00:00:00Z",
        "+2026-11-22T14:05:00Z",
        "٢٠٢٦-11-22T14:05:00Z",
      })
  void what_rfc_3339_does_not_allow_is_no_time(String text) {
    assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void any_time_comes_back_as_it_was() {
    Random random = new Random(3339);
    for (int i = 0; i < 20_000; i++) {
      OffsetDateTime time =
          OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
              .plusSeconds(random.nextLong(200_000_000_000L))
              .plusNanos(random.nextBoolean() ? random.nextInt(1_000_000_000) : 0)
              .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2161) - 1080)));
      assertThat(Times.parse(Times.format(time))).isEqualTo(time);
      assertThat(OffsetDateTime.parse(Times.format(time))).isEqualTo(time);
    }
  }

  @Test
  void an_instant_is_written_as_the_platform_writes_it() {
    Random random = new Random(8601);
    for (int i = 0; i < 20_000; i++) {
      long[] nanos = {0, 1_000_000, 120_000_000, 1_000, 123_456_000, 1, 999_999_999};
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-70_000_000_000L, 260_000_000_000L),
              nanos[random.nextInt(nanos.length)]);
      StringBuilder text = new StringBuilder();
      Times.append(text, instant);
      assertThat(text).hasToString(instant.toString());
    }
  }
}
