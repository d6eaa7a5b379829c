package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.config.Privacy;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.redaction.Kind;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.json.UpdateCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Card numbers are gone before anything is kept, and rules see all the same that there was one. */
class MaskedNumbersTest {
  private static final String START = "2026-11-23T09:00:00Z";
  private static final String CARD = "4970 1012 3456 7893";

  @TempDir Path folder;

  private final TestClock clock = new TestClock(Instant.parse(START));
  private Privacy privacy = Privacy.STANDARD;
  private House house;
  private TestSocket channel;
  private TestSocket desk;

  @BeforeEach
  void open() throws Exception {
    house = House.open(folder, clock, privacy);
    channel = house.channel();
    desk = house.deskOfInes();
    desk.nextWith("attention");
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    channel.close();
    house.close();
  }

  private String tell(String event) throws Exception {
    channel.send(event);
    return channel.nextWith("\"ack\"");
  }

  private void starts() throws Exception {
    tell(
        """
        {"type":"conversation.started","id":"start","conversation":"c1","at":"%s",\
        "medium":"chat","language":"fr","reason":"carte %s",\
        "customer":{"key":"k1","firstName":"Camille","attributes":{"note":"%s"}},\
        "agent":{"key":"ines","name":"Inès Morel"}}\
        """
            .formatted(START, CARD, CARD));
    desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
    desk.nextWith("\"snapshot\"");
  }

  private String message(String id, String author, String text) {
    return """
    {"type":"message","id":"%s","conversation":"c1","at":"%s","author":"%s","text":"%s"}\
    """
        .formatted(id, START, author, text);
  }

  private List<CoachingUpdate.Cue> personalData() throws Exception {
    CoachingUpdate.Cues cues =
        (CoachingUpdate.Cues) UpdateCodec.decode(desk.nextWith("{\"type\":\"cues\""));
    return cues.cues().stream().filter(cue -> cue.cue().equals("personal-data")).toList();
  }

  @Test
  void an_agents_card_number_is_seen_and_not_kept() throws Exception {
    starts();
    tell(message("m1", "agent", "Votre carte " + CARD + " est enregistrée."));
    List<CoachingUpdate.Cue> seen = personalData();
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().text()).isEqualTo("•••• •••• •••• 7893");
    assertThat(seen.getFirst().start()).isEqualTo(12);
    assertThat(seen.getFirst().value()).contains("card");
    desk.send("{\"type\":\"message.asked\",\"conversation\":\"c1\",\"message\":\"m1\"}");
    assertThat(desk.nextWith("message.shown"))
        .contains("Votre carte •••• •••• •••• 7893 est enregistrée.");
  }

  @Test
  void a_repeated_delivery_is_still_the_same_also_after_a_restart() throws Exception {
    starts();
    String told = message("m1", "customer", "Ma carte : " + CARD.replace(" ", ""));
    String ack = tell(told);
    assertThat(tell(told)).isEqualTo(ack);
    close();
    open();
    assertThat(tell(told)).isEqualTo(ack);
  }

  @Test
  void what_was_seen_is_still_seen_after_a_restart() throws Exception {
    starts();
    tell(message("m1", "agent", "Votre carte " + CARD + " est enregistrée."));
    String before = snapshot();
    close();
    open();
    assertThat(snapshot()).isEqualTo(before);
  }

  /** How the conversation stands, without what names the run of the server. */
  private String snapshot() throws Exception {
    desk.send("{\"type\":\"unwatch\",\"conversation\":\"c1\"}");
    desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
    return desk.nextWith("\"snapshot\"").replaceAll("\"epoch\":\"[^\"]*\"", "");
  }

  @Test
  void no_file_has_the_number() throws Exception {
    starts();
    tell(message("m1", "agent", "Votre carte " + CARD + " est enregistrée."));
    tell(message("m2", "customer", "Oui, " + CARD.replace(" ", "-")));
    tell(
        """
        {"type":"conversation.ended","id":"end","conversation":"c1","at":"%s"}\
        """
            .formatted(START));
    tell(
        """
        {"type":"survey.answered","id":"s1","conversation":"c1","at":"%s","kind":"csat",\
        "score":4,"comment":"j'avais donné ma carte %s"}\
        """
            .formatted(START, CARD));
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain("1012 3456", "1012-3456");
      }
    }
    assertThat(unsealed()).contains("Votre carte").doesNotContain("1012 3456", "1012-3456");
    open();
  }

  /** All that is kept of the conversation, as it can be read with its key. */
  private String unsealed() throws Exception {
    FatalHandler fatal =
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        };
    try (Journal journal =
        SealedJournal.over(
            SqliteJournal.open(folder, fatal),
            KeyFile.open(folder, MasterKey.of(Optional.empty(), folder)),
            fatal)) {
      return journal.read(new ConversationId("c1")).stream()
          .map(Entry::body)
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void what_a_house_asks_for_is_masked_too_and_rules_still_see_it() throws Exception {
    close();
    privacy =
        new Privacy(
            Set.of(Kind.IBAN, Kind.EMAIL, Kind.PHONE),
            Optional.empty(),
            Privacy.Words.KEEP,
            Privacy.Retention.FOR_EVER);
    open();
    starts();
    List<String> told =
        List.of(
            "Votre IBAN est FR76 3000 6000 0112 3456 7890 189",
            "J'écris à camille.petit@example.org",
            "Je vous appelle au 06 12 34 56 78");
    for (int i = 0; i < told.size(); i++) {
      tell(message("m" + i, "agent", told.get(i)));
      assertThat(personalData())
          .extracting(cue -> cue.value().orElse(""))
          .containsExactly(List.of("iban", "email", "phone").get(i));
    }
    String before = snapshot();
    close();
    assertThat(unsealed())
        .contains("Votre IBAN est", "écris à")
        .doesNotContain("3000 6000", "camille.petit", "12 34 56");
    open();
    assertThat(snapshot()).isEqualTo(before);
  }
}
