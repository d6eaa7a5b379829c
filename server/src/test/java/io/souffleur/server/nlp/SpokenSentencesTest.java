package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of {@code nlp/fr-spoken.txt} and {@code nlp/en-spoken.txt}, one test each. */
class SpokenSentencesTest {

  private static final CueReader READER = CueReader.shipped();

  /** One line: cue, author, + or -, the text, and a value after an arrow. */
  record Spoken(
      Language language,
      CueName cue,
      Author author,
      boolean shown,
      String text,
      Optional<String> value) {

    static Spoken of(Language language, String line) {
      String[] parts = line.split(" ", 4);
      String[] said = parts[3].split(" => ", 2);
      return new Spoken(
          language,
          CueName.ofWireName(parts[0]).orElseThrow(),
          Author.valueOf(parts[1].toUpperCase(Locale.ROOT)),
          parts[2].equals("+"),
          said[0],
          said.length > 1 ? Optional.of(said[1]) : Optional.empty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void fillers_and_missing_marks_hide_nothing_and_invent_nothing(Spoken spoken) {
    List<Cue> cues =
        READER
            .read(
                spoken.text(),
                Contexts.of(
                    spoken.author(),
                    "Camille Petit",
                    LanguageEvidence.settledOn(spoken.language())))
            .cues();
    assertThat(cues)
        .allSatisfy(cue -> assertThat(cue.text()).isEqualTo(cue.span().of(spoken.text())));
    if (spoken.shown()) {
      assertThat(cues).extracting(Cue::name).contains(spoken.cue());
      if (spoken.value().isPresent()) {
        assertThat(cues).extracting(Cue::value).contains(spoken.value());
      }
    } else {
      assertThat(cues).extracting(Cue::name).doesNotContain(spoken.cue());
    }
  }

  static Stream<Spoken> sentences() throws IOException {
    return Stream.concat(sentences(Language.FRENCH), sentences(Language.ENGLISH));
  }

  private static Stream<Spoken> sentences(Language language) throws IOException {
    String name = "/nlp/" + language.tag() + "-spoken.txt";
    try (InputStream in = SpokenSentencesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Spoken.of(language, line))
              .toList()
              .stream();
    }
  }
}
