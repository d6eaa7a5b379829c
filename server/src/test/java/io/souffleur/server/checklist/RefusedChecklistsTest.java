package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code refused/NAME.yaml} is refused with exactly what {@code NAME.expected} says. */
class RefusedChecklistsTest {

  @ParameterizedTest
  @MethodSource("refused")
  void is_refused_with_everything_that_is_wrong_at_its_place(Path file) throws IOException {
    String name = Objects.requireNonNull(file.getFileName()).toString();

    Loading loading =
        ChecklistLoader.trying(new SimpleReader()).load(name, Files.readAllBytes(file));

    assertThat(loading).isInstanceOf(Loading.Refused.class);
    List<String> problems =
        ((Loading.Refused) loading).problems().stream().map(Problem::toString).toList();
    Path expected = file.resolveSibling(name.replace(".yaml", ".expected"));
    assertThat(problems).containsExactlyElementsOf(Files.readAllLines(expected));
  }

  @Test
  void ten_mistakes_are_reported_in_one_go() throws IOException, URISyntaxException {
    Path file = folder().resolve("ten-mistakes.yaml");

    assertThat(new CheckRules(new SimpleReader()).check(List.of(file)))
        .hasSize(10)
        .allSatisfy(problem -> assertThat(problem.file()).isEqualTo(file.toString()))
        .isSorted();
  }

  static List<Path> refused() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    URL folder = RefusedChecklistsTest.class.getResource("/checklists/refused");
    return Path.of(Objects.requireNonNull(folder).toURI());
  }
}
