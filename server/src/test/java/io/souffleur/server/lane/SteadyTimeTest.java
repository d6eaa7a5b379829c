package io.souffleur.server.lane;

import static io.souffleur.server.lane.LaneDriver.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyTimeTest {
  private final SetClock machine = new SetClock(START);
  private final HouseTime time = machine.houseTime();

  @Test
  void it_starts_with_the_wall_clock_and_goes_on_with_it() {
    assertThat(time.instant()).isEqualTo(START);
    machine.pass(Duration.ofSeconds(30));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(30)).isEqualTo(machine.wall());
    assertThat(time.at(START.plusSeconds(20))).isEqualTo(START.plusSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "PT2S", "PT-2S", "P400D"})
  void it_goes_on_as_if_the_wall_clock_had_not_been_set(Duration by) {
    machine.pass(Duration.ofSeconds(10));
    machine.set(by);
    assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
    machine.pass(Duration.ofSeconds(10));
    assertThat(time.instant()).isEqualTo(START.plusSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "PT10M", "PT-10M"})
  void what_channels_tell_is_understood_whether_their_clock_was_set_too_or_not(Duration by) {
    machine.pass(Duration.ofMinutes(5));
    machine.set(by);
    assertThat(time.at(START.plusSeconds(299))).isEqualTo(START.plusSeconds(299));
    assertThat(time.at(machine.wall().minusSeconds(1))).isEqualTo(START.plusSeconds(299));
  }

  @Test
  void a_correction_of_less_than_a_second_changes_nothing_of_what_channels_tell() {
    machine.set(Duration.ofMillis(900));
    assertThat(time.at(START.minusSeconds(5))).isEqualTo(START.minusSeconds(5));
  }
}
