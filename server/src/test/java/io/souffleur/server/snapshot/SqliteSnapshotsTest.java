package io.souffleur.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSnapshotsTest {

  private static final ConversationId ONE = new ConversationId("one");
  private static final ConversationId TWO = new ConversationId("two");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("snapshots.db");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_latest_of_each_is_there_when_they_are_opened_again() {
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      assertThat(snapshots.all()).isEmpty();
      snapshots.keep(Map.of(ONE, bytes("1"), TWO, bytes("2")));
      snapshots.keep(Map.of(ONE, bytes("1 later")));
    }
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      assertThat(snapshots.all()).containsOnlyKeys(ONE, TWO);
      assertThat(snapshots.all().get(ONE)).isEqualTo(bytes("1 later"));
      assertThat(snapshots.all().get(TWO)).isEqualTo(bytes("2"));
    }
  }

  @Test
  void what_was_erased_has_left_the_file_too() throws IOException {
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      snapshots.keep(Map.of(ONE, bytes("Nadia Haddad"), TWO, bytes("Paul Durand")));
      snapshots.erase(List.of(ONE, new ConversationId("never kept")));
      assertThat(snapshots.all()).containsOnlyKeys(TWO);
    }
    String left = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertThat(left).doesNotContain("Nadia Haddad").contains("Paul Durand");
  }

  @Test
  void a_file_that_is_none_of_theirs_is_begun_anew() throws IOException {
    Files.writeString(file(), "no database at all, but long enough to look like something");
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      snapshots.keep(Map.of(ONE, bytes("1")));
      assertThat(snapshots.all()).containsOnlyKeys(ONE);
    }
  }

  @Test
  void a_file_of_another_version_is_begun_anew() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("create table snapshot (other text)");
      statement.execute("pragma user_version = 99");
    }
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      snapshots.keep(Map.of(ONE, bytes("1")));
      assertThat(snapshots.all()).containsOnlyKeys(ONE);
    }
  }

  @Test
  void where_no_file_can_be_there_are_none_and_nobody_is_stopped_by_it() throws IOException {
    Files.createDirectories(file().resolve("in the way"));
    try (Snapshots snapshots = SqliteSnapshots.open(folder)) {
      snapshots.keep(Map.of(ONE, bytes("1")));
      assertThat(snapshots.all()).isEmpty();
    }
  }

  @Test
  void once_closed_they_say_so() {
    Snapshots snapshots = SqliteSnapshots.open(folder);
    snapshots.close();
    assertThatIllegalStateException().isThrownBy(() -> snapshots.keep(Map.of(ONE, bytes("1"))));
    assertThatIllegalStateException().isThrownBy(snapshots::all);
  }
}
