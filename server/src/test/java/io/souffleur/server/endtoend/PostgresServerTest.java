package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Role;
import io.souffleur.server.backup.Backup;
import io.souffleur.server.backup.Restore;
import io.souffleur.server.config.Settings;
import io.souffleur.server.people.SignedIn;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestClock;
import io.souffleur.server.testing.TestPostgres;
import io.souffleur.server.testing.TestSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server whose journal is in PostgreSQL. */
class PostgresServerTest {
  private static final long PATIENCE = 20;
  private static final String PASSWORD = "a long enough sentence";
  private static final String START =
      "{\"type\":\"conversation.started\",\"id\":\"s\",\"conversation\":\"c1\","
          + "\"at\":\"2026-11-22T09:00:00Z\",\"medium\":\"chat\",\"customer\":{},"
          + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}}";
  private static final String MESSAGE =
      "{\"type\":\"message\",\"id\":\"%s\",\"conversation\":\"c1\","
          + "\"at\":\"2026-11-22T09:00:10Z\",\"author\":\"agent\",\"text\":\"Bonjour Camille\"}";

  @TempDir private Path data;
  @TempDir private Path folder;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T09:01:00Z"));
  private final CompletableFuture<String> fatal = new CompletableFuture<>();

  private House open(Settings.Storage storage) throws Exception {
    return House.open(data, clock, storage, (reason, cause) -> fatal.complete(reason));
  }

  @Test
  void what_it_acknowledged_is_there_after_its_connection_was_cut() throws Exception {
    Settings.Postgresql storage = TestPostgres.database();
    try (House house = open(storage);
        TestSocket channel = house.channel()) {
      channel.send(START);
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":1");
      channel.send(MESSAGE.formatted("m1"));
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":2");

      TestPostgres.cut(storage);
      assertThat(fatal.get(PATIENCE, TimeUnit.SECONDS)).contains("nothing is acknowledged");
      assertThat(house.get("/ready").statusCode()).isEqualTo(503);
      channel.send(MESSAGE.formatted("m2"));
      assertThat(channel.next()).contains("\"refused\"").contains("internal");
    }
    try (House house = open(storage);
        TestSocket channel = house.channel()) {
      channel.send(MESSAGE.formatted("m1"));
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":2");
      channel.send(MESSAGE.formatted("m2"));
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":3");
    }
    // Snapshots stay beside the program: losing them costs time alone.
    assertThat(data).isDirectoryNotContaining("glob:**/journal*");
    assertThat(data).isDirectoryNotContaining("glob:**/house*");
  }

  @Test
  void a_house_moves_from_sqlite_to_postgresql_with_its_people_and_conversations()
      throws Exception {
    Settings.Storage sqlite = Settings.Sqlite.WITHOUT_RESERVE;
    Path backup = folder.resolve("backup.db");
    try (House house = open(sqlite);
        TestSocket channel = house.channel()) {
      house
          .reception()
          .seed("ines", "Inès", Optional.of("ines"), Set.of(Role.AGENT), "north", PASSWORD);
      SignedIn.at(house, "ines", PASSWORD);
      channel.send(START);
      channel.next();
      channel.send(MESSAGE.formatted("m1"));
      channel.next();
      assertThat(Backup.write(sqlite, data, backup).toString())
          .isEqualTo("account 1, account_team 1, journal 2, team 1");
    }

    Settings.Storage postgresql = TestPostgres.database();
    Restore.read(backup, postgresql, data);
    try (House house = open(postgresql);
        TestSocket channel = house.channel()) {
      SignedIn ines = SignedIn.at(house, "ines", PASSWORD);
      assertThat(ines.ask("GET", "/v1/session", "").body()).contains("\"name\":\"Inès\"");
      channel.send(MESSAGE.formatted("m1"));
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":2");
      channel.send(MESSAGE.formatted("m2"));
      assertThat(channel.next()).contains("\"ack\"").contains("\"seq\":3");
    }
    assertThat(fatal).isNotDone();
  }
}
