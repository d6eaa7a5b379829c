package io.souffleur.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the contract is read, and written again as the same characters. */
class GoldenExamplesTest {

  static Stream<Example> examples() throws IOException {
    return Example.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_read_and_written_as_the_same_text(Example example) throws Exception {
    assertThat(example.direction().rewritten(example.json())).isEqualTo(example.json());
  }

  @Test
  void every_type_of_every_direction_has_an_example() throws Exception {
    for (Direction direction : Direction.values()) {
      Set<String> shown = new TreeSet<>();
      for (Example example : Example.all()) {
        if (example.direction() == direction) {
          shown.add(example.type());
        }
      }
      assertThat(shown).as(direction.folder()).isEqualTo(new TreeSet<>(direction.types()));
    }
  }
}
