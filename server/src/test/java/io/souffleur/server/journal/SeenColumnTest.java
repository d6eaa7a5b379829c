package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenColumnTest {

  @Test
  void what_is_written_is_read_again() {
    List<Sighting> seen =
        List.of(
            new Sighting(CueName.WRONG_NAME, new Span(8, 13), 0.95, Optional.of("nadia benali")),
            new Sighting(CueName.WRONG_NAME, new Span(20, 25), 0.5, Optional.empty()));
    String column = SeenColumn.write(seen);
    assertThat(column).isEqualTo("wrong-name 8 13 0.95 nadia benali\nwrong-name 20 25 0.5");
    assertThat(SeenColumn.read(column)).isEqualTo(seen);
  }

  @Test
  void nothing_is_an_empty_column() {
    assertThat(SeenColumn.write(List.of())).isEmpty();
    assertThat(SeenColumn.read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "no-cue 1 2 0.5", "wrong-name 2 1 0.5", "wrong-name 1 2 much"})
  void anything_else_is_refused(String column) {
    assertThatThrownBy(() -> SeenColumn.read(column)).isInstanceOf(IllegalStateException.class);
  }
}
