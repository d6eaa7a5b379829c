package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sentences of {@code nlp/fr.txt} and {@code nlp/en.txt}, and of the files in {@code nlp/fr}
 * and {@code nlp/en}, one test each.
 */
class CueReaderTest {

  private static final CueReader READER = CueReader.shipped();

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void a_cue_is_shown_by_exactly_its_words(Sentence sentence) {
    LanguageEvidence evidence = LanguageEvidence.settledOn(sentence.language());
    List<Cue> cues =
        READER
            .read(sentence.text(), Contexts.of(sentence.author(), "Camille Petit", evidence))
            .cues()
            .stream()
            .filter(cue -> cue.name() == sentence.cue())
            .toList();
    if (sentence.span().isPresent()) {
      assertThat(cues).extracting(Cue::text).contains(sentence.span().get());
      sentence
          .value()
          .ifPresent(
              value ->
                  assertThat(cues)
                      .extracting(Cue::value)
                      .contains(value.equals("none") ? Optional.empty() : sentence.value()));
    } else {
      assertThat(cues).isEmpty();
    }
  }

  static Stream<Sentence> sentences() throws IOException {
    return Stream.concat(sentences(Language.FRENCH).stream(), sentences(Language.ENGLISH).stream());
  }

  private static List<Sentence> sentences(Language language) throws IOException {
    Path all = Path.of("src/test/resources");
    List<Path> files =
        new ArrayList<>(List.of(all.resolve("nlp").resolve(language.tag() + ".txt")));
    try (Stream<Path> more = Files.list(all.resolve("cues").resolve(language.tag()))) {
      files.addAll(more.sorted().toList());
    }
    List<Sentence> sentences = new ArrayList<>();
    for (Path file : files) {
      Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> sentences.add(Sentence.of(language, line)));
    }
    return sentences;
  }

  /** One line: cue, author, + or -, and the text with its span marked. */
  record Sentence(
      Language language,
      CueName cue,
      Author author,
      String text,
      Optional<String> span,
      Optional<String> value) {

    static Sentence of(Language language, String line) {
      String[] parts = line.split(" ", 4);
      String marked = parts[3];
      Optional<String> value = Optional.empty();
      int arrow = marked.indexOf(" => ");
      if (arrow >= 0) {
        value = Optional.of(marked.substring(arrow + 4));
        marked = marked.substring(0, arrow);
      }
      Optional<String> span = Optional.empty();
      if (parts[2].equals("+")) {
        int from = marked.indexOf("[[");
        int to = marked.indexOf("]]", from);
        while (marked.startsWith("]]]", to)) {
          to++;
        }
        span = Optional.of(marked.substring(from + 2, to));
        marked = marked.substring(0, from) + span.get() + marked.substring(to + 2);
      }
      return new Sentence(
          language,
          CueName.ofWireName(parts[0]).orElseThrow(),
          Author.valueOf(parts[1].toUpperCase(Locale.ROOT)),
          marked,
          span,
          value);
    }

    @Override
    public String toString() {
      return cue.wireName() + (span.isPresent() ? " + " : " - ") + text;
    }
  }
}
