package io.souffleur.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnHintTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 742, 9_999, 60_000})
  void what_is_written_is_read(long millis) {
    ReturnHint hint = new ReturnHint(Duration.ofMillis(millis));
    assertThat(ReturnHint.in(hint.after("the server stops"))).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the server stops",
        "come back in 5 ms",
        "the server stops; come back in -5 ms",
        "the server stops; come back in 5 s",
        "the server stops; come back in 5 ms or so",
        "the server stops; come back in 60001 ms",
        "the server stops; come back in 99999999999999999999 ms",
        "the server stops; come back in ٥ ms"
      })
  void anything_else_says_nothing(String reason) {
    assertThat(ReturnHint.in(reason)).isEmpty();
  }

  @Test
  void nobody_is_sent_away_for_longer_than_a_minute() {
    assertThatThrownBy(() -> new ReturnHint(Duration.ofMillis(60_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
