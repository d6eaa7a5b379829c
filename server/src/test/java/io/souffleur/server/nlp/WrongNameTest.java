package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.ReadingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Julie Martin talks to Camille Petit, and meanwhile to others. */
class WrongNameTest {

  private static final CueReader READER = CueReader.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bonjour Nadia, je regarde. | Nadia | nadia",
        "Merci, Mme Benali. | Mme Benali | benali",
        "Bonjour M. Roche, que puis-je faire ? | M. Roche | roche",
        "Nadia Benali, je vous propose un échange. | Nadia Benali | nadia benali"
      })
  void calling_another_customer_shows(String text, String span, String name) {
    Cue cue = wrong(text, "Nadia Benali", "Paul Roche").getFirst();
    assertThat(cue.text()).isEqualTo(span);
    assertThat(cue.value()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour Camille, je regarde.",
        "Ma collègue Nadia vous rappelle.",
        "Nadia a transmis votre dossier.",
        "Bonjour, ici Julie.",
        "Bonjour Nadja, je regarde."
      })
  void anything_else_does_not(String text) {
    assertThat(wrong(text, "Nadia Benali", "Julie Roche")).isEmpty();
  }

  @Test
  void a_name_that_both_have_is_right() {
    assertThat(wrong("Merci Camille, c’est noté.", "Camille Durand")).isEmpty();
  }

  @Test
  void a_customer_calls_nobody_by_a_wrong_name() {
    assertThat(cues(Author.CUSTOMER, "Bonjour Nadia, merci.", "Nadia Benali")).isEmpty();
  }

  private static List<Cue> wrong(String text, String... others) {
    return cues(Author.AGENT, text, others);
  }

  private static List<Cue> cues(Author author, String text, String... others) {
    LanguageEvidence french = LanguageEvidence.settledOn(Language.FRENCH);
    ReadingContext alone = Contexts.of(author, "Camille Petit", french);
    ReadingContext context =
        new ReadingContext(
            alone.author(),
            alone.customer(),
            alone.agentName(),
            alone.medium(),
            alone.evidence(),
            alone.acquaintance(),
            alone.localTime(),
            alone.patterns(),
            Arrays.stream(others).map(WrongNameTest::customer).toList());
    return READER.read(text, context).cues().stream()
        .filter(cue -> cue.name() == CueName.WRONG_NAME)
        .toList();
  }

  private static Customer customer(String name) {
    return new Customer(
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
