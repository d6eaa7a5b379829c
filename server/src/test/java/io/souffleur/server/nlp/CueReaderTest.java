package io.souffleur.server.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import io.souffleur.server.core.text.ReadingContext;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CueReaderTest {

  private static final CueReader READER = CueReader.shipped();

  @Test
  void a_french_opening_greets_names_the_customer_and_offers_help() {
    Reading reading = read("Bonjour Camille, comment puis-je vous aider ?");
    assertThat(reading.language()).isEqualTo("fr");
    assertThat(reading.cues())
        .extracting(cue -> cue.name() + "=" + cue.text())
        .containsExactly(
            "GREETING=Bonjour", "CUSTOMER_NAME=Camille", "HELP_OFFER=comment puis-je vous aider");
    assertThat(reading.cues().getFirst().value()).contains("day");
  }

  @Test
  void a_wait_says_how_long() {
    Reading reading = read("Merci de patienter deux petites minutes.");
    assertThat(reading.cues().getFirst().name()).isEqualTo(CueName.WAIT_NOTICE);
    assertThat(reading.cues().getFirst().value()).contains("PT2M");
  }

  private static Reading read(String text) {
    Customer customer =
        new Customer(
            Optional.empty(),
            Optional.of("Camille Petit"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return READER.read(
        text,
        new ReadingContext(
            Author.AGENT,
            customer,
            Optional.of("Julie Martin"),
            Medium.CHAT,
            LanguageEvidence.none(),
            LocalDateTime.of(2026, 11, 22, 14, 0)));
  }
}
