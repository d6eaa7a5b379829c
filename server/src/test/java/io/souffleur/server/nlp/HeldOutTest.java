package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well the mood of a customer, and what an agent does, are read in the sentences of {@code
 * nlp/held-out}, which no model has learned from: F1, or the mean of three F1. The figures stand in
 * {@code docs/measures.md}.
 */
class HeldOutTest {

  private static final CueReader READER = CueReader.shipped();
  private static final Path HELD_OUT = Path.of("src/test/resources/nlp/held-out");
  private static final Path TRAINING = Path.of("src/main/resources/nlp");

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
    "en-posts.txt, ENGLISH, SOCIAL, unhappy, 0.88",
    "en-replies.txt, ENGLISH, SOCIAL, unhappy, 0.88",
    "en-parcels.txt, ENGLISH, SOCIAL, unhappy, 0.88",
    "en-mentions.txt, ENGLISH, SOCIAL, unhappy, 0.89",
    "en-mentions-unread.txt, ENGLISH, SOCIAL, unhappy, 0.83",
    "en-calls.txt, ENGLISH, VOICE, unhappy, 0.94",
    "en-timeline.txt, ENGLISH, SOCIAL, unhappy, 0.92",
    "en-timeline-unread.txt, ENGLISH, SOCIAL, unhappy, 0.86",
    "en-lines.txt, ENGLISH, VOICE, unhappy, 0.85",
    "en-phone.txt, ENGLISH, VOICE, unhappy, 0.92",
    "en-phone-unread.txt, ENGLISH, VOICE, unhappy, 0.92",
    "fr-chats.txt, FRENCH, CHAT, unhappy, 0.89",
    "fr-operators.txt, FRENCH, CHAT, unhappy, 0.95",
    "fr-shops.txt, FRENCH, CHAT, unhappy, 0.84",
    "fr-clients.txt, FRENCH, CHAT, unhappy, 0.94",
    "fr-clients-unread.txt, FRENCH, CHAT, unhappy, 0.94",
    "fr-moods.txt, FRENCH, SOCIAL, negative, 0.95",
    "fr-moods-unread.txt, FRENCH, SOCIAL, negative, 0.85",
    "fr-posts.txt, FRENCH, SOCIAL, negative, 0.92",
    "fr-posts.txt, FRENCH, SOCIAL, positive, 0.95",
    "fr-posts.txt, FRENCH, SOCIAL, neutral, 0.92"
  })
  void a_mood_is_read_in_sentences_nobody_learned_from(
      String file, Language language, Medium medium, String mood, double least) throws IOException {
    List<Line> lines = lines(file);
    Set<String> moods = lines.stream().map(Line::label).collect(Collectors.toSet());
    int both = 0;
    int either = 0;
    for (Line line : lines) {
      boolean read = mood(read(line.text(), Author.CUSTOMER, language, medium), moods).equals(mood);
      boolean meant = line.label().equals(mood);
      both += read && meant ? 1 : 0;
      either += (read ? 1 : 0) + (meant ? 1 : 0);
    }
    assertThat(2.0 * both / either).isBetween(least, 1.0);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "en-agents.txt, ENGLISH, THANKS, 0.98",
    "en-agents.txt, ENGLISH, NEXT_STEP, 0.97",
    "en-agents.txt, ENGLISH, WAIT_NOTICE, 0.95",
    "en-agents.txt, ENGLISH, APOLOGY, 0.98",
    "en-agents.txt, ENGLISH, HELP_OFFER, 0.98",
    "en-desk.txt, ENGLISH, THANKS, 0.92",
    "en-desk.txt, ENGLISH, NEXT_STEP, 0.91",
    "en-desk.txt, ENGLISH, WAIT_NOTICE, 0.98",
    "en-desk.txt, ENGLISH, APOLOGY, 0.98",
    "en-desk.txt, ENGLISH, HELP_OFFER, 0.79",
    "fr-agents.txt, FRENCH, THANKS, 0.98",
    "fr-agents.txt, FRENCH, NEXT_STEP, 0.95",
    "fr-agents.txt, FRENCH, WAIT_NOTICE, 0.95",
    "fr-agents.txt, FRENCH, APOLOGY, 0.98",
    "fr-agents.txt, FRENCH, HELP_OFFER, 0.95",
    "fr-desk.txt, FRENCH, THANKS, 0.98",
    "fr-desk.txt, FRENCH, NEXT_STEP, 0.94",
    "fr-desk.txt, FRENCH, WAIT_NOTICE, 0.92",
    "fr-desk.txt, FRENCH, APOLOGY, 0.91",
    "fr-desk.txt, FRENCH, HELP_OFFER, 0.87"
  })
  void what_an_agent_does_is_read_in_sentences_nobody_learned_from(
      String file, Language language, CueName cue, double least) throws IOException {
    int both = 0;
    int either = 0;
    for (Line line : lines(file)) {
      boolean read = read(line.text(), Author.AGENT, language, Medium.CHAT).contains(cue);
      boolean meant = List.of(line.label().split(" ")).contains(cue.wireName());
      both += read && meant ? 1 : 0;
      either += (read ? 1 : 0) + (meant ? 1 : 0);
    }
    assertThat(2.0 * both / either).isBetween(least, 1.0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "en-service.txt, ENGLISH, AGENT, 0.96",
    "en-service-unread.txt, ENGLISH, AGENT, 0.90",
    "fr-service.txt, FRENCH, AGENT, 0.98",
    "fr-service-unread.txt, FRENCH, AGENT, 0.93",
    "en-houses.txt, ENGLISH, AGENT, 0.96",
    "en-houses-unread.txt, ENGLISH, AGENT, 0.89",
    "fr-houses.txt, FRENCH, AGENT, 0.96",
    "fr-houses-unread.txt, FRENCH, AGENT, 0.92",
    "en-people.txt, ENGLISH, CUSTOMER, 0.97",
    "en-people-unread.txt, ENGLISH, CUSTOMER, 0.95",
    "en-clients.txt, ENGLISH, CUSTOMER, 0.95",
    "en-clients-unread.txt, ENGLISH, CUSTOMER, 0.93"
  })
  void each_cue_of_a_file_is_read_in_sentences_nobody_learned_from(
      String file, Language language, Author author, double least) throws IOException {
    List<Line> lines = lines(file);
    Set<CueName> named =
        lines.stream().flatMap(HeldOutTest::named).collect(Collectors.toCollection(TreeSet::new));
    Map<CueName, Double> scores = new EnumMap<>(CueName.class);
    for (CueName cue : named) {
      int both = 0;
      int either = 0;
      for (Line line : lines) {
        boolean read = read(line.text(), author, language, Medium.CHAT).contains(cue);
        boolean meant = named(line).anyMatch(cue::equals);
        both += read && meant ? 1 : 0;
        either += (read ? 1 : 0) + (meant ? 1 : 0);
      }
      scores.put(cue, 2.0 * both / either);
    }
    assertThat(scores).isNotEmpty().allSatisfy((cue, f1) -> assertThat(f1).isBetween(least, 1.0));
  }

  /** The cues that a line is labelled with. */
  private static Stream<CueName> named(Line line) {
    return Stream.of(line.label().split(" ")).flatMap(one -> CueName.ofWireName(one).stream());
  }

  @Test
  void no_sentence_stands_among_those_that_models_learn_from() throws IOException {
    Set<String> learned = new HashSet<>();
    for (Language language : Language.values()) {
      for (String role : List.of("customer", "agent")) {
        learned.addAll(sentences(TRAINING.resolve(language.tag() + "/training/" + role + ".txt")));
      }
    }
    try (Stream<Path> files = Files.list(HELD_OUT)) {
      for (Path file :
          files.filter(one -> !one.getFileName().toString().startsWith("short")).toList()) {
        assertThat(sentences(file))
            .as(file.toString())
            .isNotEmpty()
            .doesNotContainAnyElementsOf(learned);
      }
    }
  }

  /** The sentences of a file, in small letters without marks. */
  private static List<String> sentences(Path file) throws IOException {
    return lines(file).stream()
        .map(line -> Scanner.scan(line.text()))
        .map(HeldOutTest::words)
        .toList();
  }

  private static String words(Words words) {
    return IntStream.range(0, words.count()).mapToObj(words::word).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"short.txt", "shorts.txt", "shorts-unread.txt"})
  void the_language_of_a_few_words_is_found(String file) throws IOException {
    List<Line> lines = lines(file);
    long right = lines.stream().filter(HeldOutTest::isInItsLanguage).count();
    assertThat((double) right / lines.size()).isBetween(0.95, 1.0);
  }

  private static boolean isInItsLanguage(Line line) {
    ReadingContext context =
        Contexts.over(Medium.CHAT, Author.CUSTOMER, "Camille Petit", LanguageEvidence.none());
    return READER.read(line.text(), context).language().equals(line.label());
  }

  private static Set<CueName> read(String text, Author author, Language language, Medium medium) {
    LanguageEvidence evidence = LanguageEvidence.settledOn(language);
    return READER
        .read(text, Contexts.over(medium, author, "Camille Petit", evidence))
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
    return lines(HELD_OUT.resolve(file));
  }

  private static List<Line> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("%"))
        .map(line -> line.split(": ", 2))
        .map(parts -> new Line(parts[0], parts[1]))
        .toList();
  }

  private record Line(String label, String text) {}
}
