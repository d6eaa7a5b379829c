package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  private static final CueReader READER = CueReader.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bonjour, je n'ai pas reçu ma commande | fr",
        "bjr g un pb | fr",
        "bonjouuur | fr",
        "merci | fr",
        "Bonjour, I would like to know where my order is | en",
        "I 'm not sure | en",
        "dont know | en",
        "thx | en",
        "email weekend ok | und",
        "Samsung Galaxy S21 128 | und",
        "14:30 | und"
      })
  void a_message_shows_its_language_by_its_own_words(String text, String language) {
    assertThat(read(text, LanguageEvidence.none()).language()).isEqualTo(language);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("short_messages")
  void a_short_message_shows_its_language_where_it_has_one(String line) {
    int space = line.indexOf(' ');
    assertThat(read(line.substring(space + 1), LanguageEvidence.none()).language())
        .isEqualTo(line.substring(0, space));
  }

  static Stream<String> short_messages() throws IOException {
    try (InputStream in = LanguageTest.class.getResourceAsStream("/nlp/languages.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "2", "Camille", "75011", "wifi", "merci", "👍"})
  void what_says_too_little_is_in_the_language_of_its_conversation(String text) {
    assertThat(read(text, LanguageEvidence.settledOn(Language.ENGLISH)).language()).isEqualTo("en");
    assertThat(read("thanks", LanguageEvidence.settledOn(Language.FRENCH)).language())
        .isEqualTo("fr");
  }

  @Test
  void a_conversation_keeps_its_language_when_one_message_is_in_the_other() {
    LanguageEvidence french = LanguageEvidence.settledOn(Language.FRENCH);
    Reading reading = read("I would like to speak English please", french);
    assertThat(reading.language()).isEqualTo("en");
    assertThat(reading.evidence()).isEqualTo(french);
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "ok", "weekend", "hello"})
  void borrowed_words_decide_nothing(String text) {
    assertThat(read(text, LanguageEvidence.none()).evidence().settled()).isEmpty();
  }

  @Test
  void evidence_adds_up_over_messages() {
    Reading first = read("merci", LanguageEvidence.none());
    assertThat(first.evidence().settled()).isEmpty();
    assertThat(read("oui", first.evidence()).evidence().settled()).contains(Language.FRENCH);
  }

  @Test
  void letters_decide_where_no_stop_word_does() {
    Reading reading =
        read("chaussures livraison retard colis entrepôt quartier", LanguageEvidence.none());
    assertThat(reading.evidence().settled()).contains(Language.FRENCH);
  }

  private static Reading read(String text, LanguageEvidence evidence) {
    return READER.read(text, Contexts.of(Author.CUSTOMER, "Camille Petit", evidence));
  }
}
