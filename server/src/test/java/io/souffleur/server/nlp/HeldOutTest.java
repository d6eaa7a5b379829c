package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well the mood of a customer is read in the sentences of {@code nlp/held-out}, which no model
 * has learned from: F1, or the mean of three F1. The figures stand in {@code docs/measures.md}.
 */
class HeldOutTest {

  private static final CueReader READER = CueReader.shipped();

  private static final Set<CueName> UNHAPPY =
      Set.of(
          CueName.DISSATISFACTION,
          CueName.COMPLAINT,
          CueName.IMPATIENCE,
          CueName.REPETITION,
          CueName.UNRESOLVED);

  private static final Set<CueName> HAPPY =
      Set.of(CueName.SATISFACTION, CueName.THANKS, CueName.RESOLVED);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "en-posts.txt, ENGLISH, SOCIAL, unhappy, 0.83",
    "fr-chats.txt, FRENCH, CHAT, unhappy, 0.89",
    "fr-posts.txt, FRENCH, SOCIAL, negative, 0.92",
    "fr-posts.txt, FRENCH, SOCIAL, positive, 0.91",
    "fr-posts.txt, FRENCH, SOCIAL, neutral, 0.89"
  })
  void a_mood_is_read_in_sentences_nobody_learned_from(
      String file, Language language, Medium medium, String mood, double least) throws IOException {
    List<Line> lines = lines(file);
    Set<String> moods = lines.stream().map(Line::mood).collect(Collectors.toSet());
    int both = 0;
    int either = 0;
    for (Line line : lines) {
      boolean read = mood(read(line.text(), language, medium), moods).equals(mood);
      boolean meant = line.mood().equals(mood);
      both += read && meant ? 1 : 0;
      either += (read ? 1 : 0) + (meant ? 1 : 0);
    }
    assertThat(2.0 * both / either).isBetween(least, 1.0);
  }

  private static Set<CueName> read(String text, Language language, Medium medium) {
    LanguageEvidence evidence = LanguageEvidence.settledOn(language);
    return READER
        .read(text, Contexts.over(medium, Author.CUSTOMER, "Camille Petit", evidence))
        .cues()
        .stream()
        .map(Cue::name)
        .collect(Collectors.toSet());
  }

  /** What the cues come to, in the words of a file. */
  private static String mood(Set<CueName> cues, Set<String> moods) {
    boolean threeWays = moods.contains("neutral");
    if (cues.stream().anyMatch(UNHAPPY::contains)) {
      return threeWays ? "negative" : "unhappy";
    }
    if (threeWays && cues.stream().anyMatch(HAPPY::contains)) {
      return "positive";
    }
    return threeWays ? "neutral" : "other";
  }

  private static List<Line> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/nlp/held-out").resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(": ", 2))
        .map(parts -> new Line(parts[0], parts[1]))
        .toList();
  }

  private record Line(String mood, String text) {}
}
