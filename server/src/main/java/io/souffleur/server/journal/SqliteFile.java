package io.souffleur.server.journal;

import io.souffleur.server.store.Sqlite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Connections to the SQLite file of a journal, all with the same pragmas. */
final class SqliteFile {

  /** In the order of their versions, the first being 1. Once released, never changed. */
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__journal.sql",
          "V2__seen.sql",
          "V3__notes.sql",
          "V4__channel.sql",
          "V5__rewritten.sql");

  private final Path file;

  SqliteFile(Path file) {
    this.file = file;
  }

  /** A connection that may write. */
  Connection writer() throws SQLException {
    return Sqlite.writer(file);
  }

  /** A connection that only reads. */
  Connection reader() throws SQLException {
    return Sqlite.reader(file);
  }

  /**
   * Brings the schema up to date, each migration in a transaction of its own. The version reached
   * is SQLite's {@code user_version}.
   *
   * @throws SQLException also when a newer program has written the file
   */
  void migrate() throws SQLException {
    try (Connection connection = writer();
        Statement statement = connection.createStatement()) {
      int version = version(statement);
      if (version > MIGRATIONS.size()) {
        throw new SQLException(
            file + " was written by a newer Souffleur: use that one, or another data folder");
      }
      for (int next = version + 1; next <= MIGRATIONS.size(); next++) {
        statement.executeUpdate(
            "begin immediate; "
                + script(MIGRATIONS.get(next - 1))
                + "; pragma user_version = "
                + next
                + "; commit");
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("pragma user_version")) {
      return rows.getInt(1);
    }
  }

  private static String script(String name) {
    try (InputStream in = SqliteFile.class.getResourceAsStream("sqlite/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program is damaged: " + name, e);
    }
  }
}
