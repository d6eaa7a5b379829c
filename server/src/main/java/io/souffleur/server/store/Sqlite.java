package io.souffleur.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How SQLite files are opened: the same pragmas everywhere, and a refusal where they don't hold.
 */
public final class Sqlite {
  private static final int BUSY_MILLIS = 5_000;

  /** Before this one, two checkpoints at once could damage a database (sqlite.org/wal, 11). */
  private static final int[] OLDEST = {3, 51, 3};

  private static final String SYNC_FULL = "2";

  private Sqlite() {}

  /** A connection that may write: write-ahead log, and a sync of the disk at every commit. */
  public static Connection writer(Path file) throws SQLException {
    return tightened(config(false).createConnection(url(file)));
  }

  /** A connection that only reads. */
  public static Connection reader(Path file) throws SQLException {
    return tightened(config(true).createConnection(url(file)));
  }

  /** What opens connections that may write, none of them yet. */
  public static DataSource source(Path file) {
    SQLiteConfig config = config(false);
    // Who reads first and writes then would fail where another one has written meanwhile.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url(file));
    return source;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private static SQLiteConfig config(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setReadOnly(readOnly);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    }
    return config;
  }

  private static Connection tightened(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma mmap_size = 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Creates a folder for SQLite files where it is missing, and checks that it is fit for them.
   *
   * @throws UnsafeStorageException when it lies on a network share
   */
  public static void prepare(Path folder) throws IOException {
    DataFolder.create(folder);
    LocalDisk.check(folder);
  }

  /**
   * Reads back what was asked of a connection that writes.
   *
   * @throws UnsafeStorageException when a commit on it could be lost
   */
  public static void check(Connection connection) throws SQLException, UnsafeStorageException {
    try (Statement statement = connection.createStatement()) {
      checkVersion(value(statement, "select sqlite_version()"));
      String mode = value(statement, "pragma journal_mode");
      if (!mode.equals("wal")) {
        throw new UnsafeStorageException(
            "SQLite writes here with journal_mode "
                + mode
                + " in place of wal: set data to a folder on an ordinary disk of this machine");
      }
      String sync = value(statement, "pragma synchronous");
      if (!sync.equals(SYNC_FULL)) {
        throw new UnsafeStorageException(
            "SQLite doesn't sync the disk at every commit (synchronous is "
                + sync
                + " in place of "
                + SYNC_FULL
                + "): use the sqlite-jdbc library that Souffleur ships");
      }
    }
  }

  /** Checks the version of the library, such as {@code 3.54.1}. */
  static void checkVersion(String version) throws UnsafeStorageException {
    int[] found = Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    if (Arrays.compare(found, OLDEST) < 0) {
      throw new UnsafeStorageException(
          String.format(
              Locale.ROOT,
              "SQLite %s can damage its files: use the sqlite-jdbc library that Souffleur ships"
                  + " (SQLite %d.%d.%d or newer)",
              version,
              OLDEST[0],
              OLDEST[1],
              OLDEST[2]));
    }
  }

  private static String value(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      return String.valueOf(rows.getString(1));
    }
  }
}
