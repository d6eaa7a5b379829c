package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.access.Role;
import io.souffleur.server.backup.Backup;
import io.souffleur.server.backup.Restore;
import io.souffleur.server.config.Settings;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestPostgres;
import io.souffleur.server.testing.TestSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup holds no key, so nobody reads it who has only the backup. */
class SealedBackupTest {
  private static final String PASSWORD = "a long enough sentence";
  private static final String WORD = "rhubarbe";

  @TempDir private Path folder;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:01:00Z"));

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

  private House open(Settings.Storage storage, String data) throws Exception {
    return House.open(
        folder.resolve(data),
        clock,
        storage,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  private static void tell(TestSocket channel, String event) throws Exception {
    channel.send(event);
    assertThat(channel.next()).contains("\"ack\"");
  }

  private static void talk(House house, List<String> conversations) throws Exception {
    try (TestSocket channel = house.channel()) {
      for (String conversation : conversations) {
        tell(
            channel,
            """
            {"type":"conversation.started","id":"s","conversation":"%s",\
            "at":"2026-11-22T09:00:00Z","medium":"chat","customer":{"key":"k-%s"},\
            "agent":{"key":"ines","name":"Inès"}}\
            """
                .formatted(conversation, conversation));
        tell(
            channel,
            """
            {"type":"message","id":"m","conversation":"%s","at":"2026-11-22T09:00:10Z",\
            "author":"customer","text":"%s"}\
            """
                .formatted(conversation, WORD));
      }
    }
  }

  private void carryKeys(String from, String to) throws IOException {
    for (String file : List.of("keys.db", "master.key")) {
      Files.createDirectories(folder.resolve(to));
      Files.copy(folder.resolve(from).resolve(file), folder.resolve(to).resolve(file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void without_the_keys_it_gives_no_text_and_with_them_it_gives_what_was_not_erased(Kind kind)
      throws Exception {
    Settings.Storage first = kind.empty();
    Path backup = folder.resolve("backup.db");
    try (House house = open(first, "first")) {
      talk(house, List.of("c1", "c2"));
      Backup.write(first, folder.resolve("first"), backup);
      assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1)).doesNotContain(WORD);
      house.reception().seed("ada", "Ada", Optional.empty(), Set.of(Role.ADMIN), "north", PASSWORD);
      String receipt =
          SignedIn.at(house, "ada", PASSWORD)
              .ask("POST", "/v1/privacy/erasures", "{\"customer\":\"k-c1\"}")
              .body();
      assertThat(receipt).contains("\"conversations\":[\"c1\"]");
    }

    Settings.Storage robbed = kind.empty();
    Restore.read(backup, robbed, folder.resolve("robbed"));
    assertThatThrownBy(() -> open(robbed, "robbed").close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its keys are missing");

    Settings.Storage second = kind.empty();
    carryKeys("first", "second");
    Restore.read(backup, second, folder.resolve("second"));
    try (House house = open(second, "second");
        TestSocket desk = house.deskOfInes()) {
      desk.send("{\"type\":\"watch\",\"conversation\":\"c2\"}");
      desk.nextWith("\"snapshot\"");
      desk.send("{\"type\":\"message.asked\",\"conversation\":\"c2\",\"message\":\"m\"}");
      assertThat(desk.nextWith("message.shown")).contains(WORD);
      desk.send("{\"type\":\"watch\",\"conversation\":\"c1\"}");
      assertThat(desk.nextWith("refused")).contains("unknown_conversation");
    }
  }
}
