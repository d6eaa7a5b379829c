package io.souffleur.server.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Connections to the SQLite file of a journal, all with the same pragmas. */
final class SqliteFile {

  private static final int BUSY_MILLIS = 5_000;

  /** In the order of their versions, the first being 1. Once released, never changed. */
  private static final List<String> MIGRATIONS =
      List.of("V1__journal.sql", "V2__seen.sql", "V3__notes.sql", "V4__channel.sql");

  private final Path file;

  SqliteFile(Path file) {
    this.file = file;
  }

  /** A connection that may write. */
  Connection writer() throws SQLException {
    return open(false);
  }

  /** A connection that only reads. */
  Connection reader() throws SQLException {
    return open(true);
  }

  private Connection open(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setReadOnly(readOnly);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma mmap_size = 0");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
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
    try (InputStream in = SqliteFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program is damaged: " + name, e);
    }
  }
}
