package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

  @TempDir private Path folder;

  @Override
  Journal open() throws IOException {
    return SqliteJournal.open(
        folder,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  @Test
  void a_second_program_is_told_that_the_folder_is_in_use() {
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another Souffleur");
  }

  @Test
  void a_commit_reaches_the_disk_before_it_is_told() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("journal.db"));
    try (Connection connection = file.writer();
        Statement statement = connection.createStatement()) {
      assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(statement, "synchronous")).isEqualTo("2");
      assertThat(pragma(statement, "mmap_size")).isEqualTo("0");
      assertThat(pragma(statement, "trusted_schema")).isEqualTo("0");
    }
  }

  @Test
  void what_the_server_noted_is_looked_up_without_reading_all_else() throws Exception {
    try (Connection connection = new SqliteFile(folder.resolve("journal.db")).reader();
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "explain query plan "
                    + Questions.noted(SqliteJournal.KEPT).replace("?", "'2026'"))) {
      assertThat(plan.getString("detail")).contains("USING INDEX journal_noted");
    }
  }

  @Test
  void a_file_of_an_older_program_is_read_on() throws Exception {
    Path older = Files.createDirectories(folder.resolve("older"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + older.resolve("journal.db"));
        Statement statement = connection.createStatement();
        InputStream first =
            Objects.requireNonNull(
                SqliteFile.class.getResourceAsStream("sqlite/V1__journal.sql"))) {
      statement.executeUpdate(new String(first.readAllBytes(), StandardCharsets.UTF_8));
      statement.executeUpdate(
          "insert into journal values"
              + " ('a', 1, 'channel', 'k', 0, 'message', '2026-11-22T12:00:00Z', '{}');"
              + " pragma user_version = 1");
    }
    try (Journal journal = SqliteJournal.open(older, (reason, cause) -> {})) {
      assertThat(journal.read(new ConversationId("a")))
          .extracting(Entry::key, Entry::seen, Entry::channel)
          .containsExactly(tuple("k", List.of(), ChannelName.UNKNOWN));
    }
  }

  @Test
  void a_file_of_a_newer_program_is_refused() throws Exception {
    Path newer = folder.resolve("newer");
    SqliteJournal.open(newer, (reason, cause) -> {}).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + newer.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("pragma user_version = 99");
    }
    assertThatThrownBy(() -> SqliteJournal.open(newer, (reason, cause) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("newer Souffleur");
  }

  private static String pragma(Statement statement, String name) throws Exception {
    try (ResultSet rows = statement.executeQuery("pragma " + name)) {
      return rows.getString(1);
    }
  }
}
