package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.access.Role;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestPostgres;
import io.souffleur.server.testing.TestSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was exported comes back as it was, in either kind of store. */
class ExportImportTest {
  private static final String PASSWORD = "a long enough sentence";
  private static final String SUBJECT = "{\"customer\":\"k-1\"}";

  @TempDir private Path folder;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:05:00Z"));

  enum Kind {
    SQLITE,
    POSTGRESQL;

    Settings.Storage empty() throws SQLException {
      return switch (this) {
        case SQLITE -> Settings.Sqlite.WITHOUT_RESERVE;
        case POSTGRESQL -> TestPostgres.database();
      };
    }
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(Kind.SQLITE, Kind.POSTGRESQL),
        Arguments.of(Kind.POSTGRESQL, Kind.SQLITE),
        Arguments.of(Kind.SQLITE, Kind.SQLITE));
  }

  private static void failed(String reason, Throwable cause) {
    throw new AssertionError(reason, cause);
  }

  private House open(Settings.Storage storage, String data) throws Exception {
    House house = House.open(folder.resolve(data), clock, storage, ExportImportTest::failed);
    house.reception().seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
    return house;
  }

  private static byte[] exported(House house) throws Exception {
    return SignedIn.at(house, "ada", PASSWORD)
        .ask("POST", "/v1/privacy/exports", SUBJECT)
        .body()
        .getBytes(StandardCharsets.UTF_8);
  }

  private int imported(Settings.Storage storage, String data, byte[] export) throws IOException {
    Settings settings =
        new Settings(
                "localhost",
                0,
                folder.resolve(data),
                List.of(),
                List.of(),
                Set.of(),
                Language.FRENCH,
                Optional.empty(),
                Optional.empty())
            .withStorage(storage);
    try (PrivateStore store = PrivateStore.open(settings, clock, ExportImportTest::failed)) {
      return store.imports().read(export);
    }
  }

  private static void tell(TestSocket channel, String event) throws Exception {
    channel.send(event);
    assertThat(channel.nextWith("\"ack\"")).isNotEmpty();
  }

  private static String said(String conversation, String id, int revision, String text) {
    return """
    {"type":"message","id":"%s","conversation":"%s","at":"2026-11-22T09:00:10.500+01:00",\
    "author":"agent","text":"%s","revision":%d}\
    """
        .formatted(id, conversation, text, revision);
  }

  private static void talk(House house) throws Exception {
    try (TestSocket channel = house.channel();
        TestSocket desk = house.deskOfInes()) {
      for (String conversation : List.of("c1", "c2")) {
        tell(
            channel,
            """
            {"type":"conversation.started","id":"s","conversation":"%s","language":"fr",\
            "at":"2026-11-22T09:00:00+01:00","medium":"chat",\
            "customer":{"key":"k-1","name":"Zoé 👩‍💻 \\u202Eabc"},\
            "agent":{"key":"ines","name":"Inès"}}\
            """
                .formatted(conversation));
      }
      tell(
          channel, said("c1", "m1", 0, "Bonjour \\\"Zoé\\\" \\\\ \\u0001 \\uD83D\\uDE00 a/b é\\n"));
      tell(channel, said("c1", "m1", 1, "Bonjour, je vous rappelle avant 15 h"));
      tell(channel, said("c1", "m2", 0, "votre carte 4970 1000 0000 0014 ?"));
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      desk.nextWith("\"snapshot\"");
      desk.send(
          """
          {"type":"item.contested","id":"x1","conversation":"c1","item":"greeting","comment":"non"}\
          """);
      desk.nextWith("\"ack\"");
      tell(
          channel,
          """
          {"type":"conversation.ended","id":"e","conversation":"c1","at":"2026-11-22T09:03:00Z"}\
          """);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void an_export_that_was_imported_is_exported_again_byte_for_byte(Kind from, Kind to)
      throws Exception {
    byte[] export;
    try (House house = open(from.empty(), "first")) {
      talk(house);
      export = exported(house);
    }
    assertThat(new String(export, StandardCharsets.UTF_8))
        .contains("commitment.left", "item.contested", "seen\":[\"", "\"coaching\":[{")
        .doesNotContain("4970 1000");
    Settings.Storage second = to.empty();
    assertThat(imported(second, "second", export)).isEqualTo(2);
    assertThatThrownBy(() -> imported(second, "second", export))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("conversation c1 is here already");
    try (House house = open(second, "second");
        TestSocket channel = house.channel()) {
      assertThat(exported(house)).isEqualTo(export);
      channel.send(said("c2", "m9", 0, "toujours là"));
      // Behind what was promised in c1, which the customer's other conversation takes over.
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":3");
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void what_is_no_export_leaves_nothing(Kind from, Kind to) throws Exception {
    String export;
    try (House house = open(from.empty(), "first")) {
      talk(house);
      export = new String(exported(house), StandardCharsets.UTF_8);
    }
    Settings.Storage second = to.empty();
    for (String damaged :
        List.of(
            "",
            "{}",
            export.substring(0, export.length() / 2),
            export.replaceFirst("\"position\":2", "\"position\":3"),
            export.replaceFirst("\"author\":\"agent\"", "\"author\":\"nobody\""),
            export.replaceFirst("souffleur-export-1", "souffleur-export-9"))) {
      assertThatThrownBy(() -> imported(second, "second", damaged.getBytes(StandardCharsets.UTF_8)))
          .as(damaged)
          .isInstanceOf(IOException.class);
    }
    assertThat(imported(second, "second", export.getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
  }
}
