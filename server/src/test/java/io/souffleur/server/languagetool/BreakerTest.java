package io.souffleur.server.languagetool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final Breaker breaker = new Breaker();
  private long now = Long.MAX_VALUE - 1_000; // A monotonic clock may overflow.

  private boolean fails() {
    return breaker.failed(now);
  }

  private void after(Duration time) {
    now += time.toNanos();
  }

  private void rests() {
    for (int i = 1; i < Breaker.FAILURES; i++) {
      assertThat(fails()).isFalse();
      assertThat(breaker.allows(now)).isTrue();
    }
    assertThat(fails()).isTrue();
  }

  @Test
  void a_server_that_fails_in_a_row_is_left_alone_and_then_tried_once() {
    rests();
    assertThat(breaker.allows(now)).isFalse();
    after(Breaker.FIRST_REST.minusNanos(1));
    assertThat(breaker.allows(now)).isFalse();
    after(Duration.ofNanos(1));
    assertThat(breaker.allows(now)).isTrue();
    assertThat(breaker.allows(now)).isFalse();
  }

  @Test
  void one_answer_in_between_starts_the_count_anew() {
    fails();
    fails();
    assertThat(breaker.succeeded()).isFalse();
    fails();
    fails();
    assertThat(breaker.allows(now)).isTrue();
  }

  @Test
  void it_is_left_alone_for_longer_each_time_up_to_a_limit() {
    rests();
    Duration rest = Breaker.FIRST_REST;
    for (int i = 0; i < 8; i++) {
      after(rest);
      assertThat(breaker.allows(now)).isTrue();
      assertThat(fails()).isFalse();
      rest = rest.multipliedBy(2);
      rest = rest.compareTo(Breaker.LONGEST_REST) > 0 ? Breaker.LONGEST_REST : rest;
      after(rest.minusNanos(1));
      assertThat(breaker.allows(now)).isFalse();
      now -= rest.minusNanos(1).toNanos();
    }
  }

  @Test
  void an_answer_ends_the_rest() {
    rests();
    after(Breaker.FIRST_REST);
    assertThat(breaker.allows(now)).isTrue();
    assertThat(breaker.succeeded()).isTrue();
    assertThat(breaker.allows(now)).isTrue();
    rests();
    assertThat(breaker.allows(now)).isFalse();
  }
}
