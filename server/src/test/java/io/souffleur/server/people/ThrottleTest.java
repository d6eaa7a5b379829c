package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final int FREE = 3;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final TestClock clock = new TestClock(NOW);
  private final Throttle throttle = new Throttle(clock, FREE, LONGEST);

  private void after(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  @Test
  void each_attempt_waits_twice_as_long_as_the_one_before_up_to_the_longest() {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < FREE; i++) {
      assertThat(throttle.begin("ines")).isZero();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(throttle.begin("ines")).isZero();
      Duration wait = throttle.begin("ines");
      waits.add(wait.toSeconds());
      after(wait);
    }
    assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 20L).endsWith(20L);
  }

  @Test
  void who_comes_while_they_should_wait_waits_no_longer_for_it() {
    for (int i = 0; i < FREE; i++) {
      throttle.begin("ines");
    }
    assertThat(throttle.begin("ines")).isEqualTo(Duration.ofSeconds(1));
    after(Duration.ofMillis(400));
    assertThat(throttle.begin("ines")).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void nobody_waits_for_another_one() {
    for (int i = 0; i < 5; i++) {
      throttle.begin("ines");
    }
    assertThat(throttle.begin("tom")).isZero();
  }

  @Test
  void many_names_take_no_more_room_than_ten_thousand() {
    for (int i = 0; i < FREE; i++) {
      throttle.begin("ines");
    }
    assertThat(throttle.begin("ines")).isPositive();
    for (int i = 0; i < 10_000; i++) {
      throttle.begin("name " + i);
    }
    assertThat(throttle.begin("ines")).isZero();
  }

  /** Everything that has happened to one name, looked through from the beginning each time. */
  private static final class Model {
    private final List<Instant> counted = new ArrayList<>();
    private boolean excused;

    Duration begin(Instant now) {
      if (!counted.isEmpty()) {
        Instant next = counted.getLast().plus(due());
        if (!excused && next.isAfter(now)) {
          return Duration.between(now, next);
        }
        if (now.isAfter(counted.getLast().plus(LONGEST).plus(LONGEST))) {
          counted.clear();
        }
      }
      counted.add(now);
      excused = false;
      return Duration.ZERO;
    }

    private Duration due() {
      Duration wait = counted.size() < FREE ? Duration.ZERO : Duration.ofSeconds(1);
      for (int i = FREE; i < counted.size() && wait.compareTo(LONGEST) < 0; i++) {
        wait = wait.plus(wait);
      }
      return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** The last one is taken back; when it was stays known. */
    void forgive() {
      if (!counted.isEmpty()) {
        Instant last = counted.removeLast();
        if (!counted.isEmpty()) {
          counted.set(counted.size() - 1, last);
        }
        excused = true;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_people_try_it_is_as_a_naive_model_has_it(long seed) {
    Random random = new Random(seed);
    Map<String, Model> model = new HashMap<>();
    for (int step = 0; step < 5_000; step++) {
      String who = "who " + random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0 -> {
          throttle.forget(who);
          model.remove(who);
        }
        case 1 -> {
          throttle.forgive(who);
          model.computeIfAbsent(who, name -> new Model()).forgive();
        }
        case 2 -> after(Duration.ofMillis(random.nextInt(60_000)));
        case 3, 4 -> after(Duration.ofMillis(random.nextInt(3_000)));
        default ->
            assertThat(throttle.begin(who))
                .as("step %d", step)
                .isEqualTo(model.computeIfAbsent(who, name -> new Model()).begin(clock.instant()));
      }
    }
  }
}
