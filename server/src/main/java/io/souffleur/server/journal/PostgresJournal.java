package io.souffleur.server.journal;

import io.souffleur.server.config.Settings;
import io.souffleur.server.store.Migrations;
import io.souffleur.server.store.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Opens journals in a PostgreSQL database: one connection writes, others read. The connection that
 * writes holds a lock of the database against a second program; when it is lost, so is the lock,
 * and nothing is kept any more.
 */
public final class PostgresJournal {

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  /** How long the database may take for one group before it counts as lost. */
  private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(30);

  /** Of all advisory locks of a database, this one is Souffleur's. */
  private static final long LOCK = 0x536F7566666C6575L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private PostgresJournal() {}

  /**
   * Opens the journal in a database, creating its table where it is missing.
   *
   * @throws IOException when it can't be used, with the reason for a person
   */
  public static Journal open(Settings.Postgresql storage, FatalHandler fatal) throws IOException {
    return open(storage, LOCK_PATIENCE, fatal);
  }

  static Journal open(Settings.Postgresql storage, Duration lockPatience, FatalHandler fatal)
      throws IOException {
    DataSource source = Postgres.source(storage);
    try {
      Connection connection = source.getConnection();
      try {
        Postgres.check(connection);
        lock(connection, storage, lockPatience);
        Migrations.run(source, Journals.SUBJECT, List.of("journal/postgresql"));
        connection.setNetworkTimeout(Runnable::run, (int) COMMIT_PATIENCE.toMillis());
        PostgresStore store = new PostgresStore(connection);
        Questions questions = new Questions(new Readers(() -> reader(source)), "serial", "join");
        // The lock goes with the connection that writes.
        return new StoredJournal(store, questions, () -> {}, fatal);
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(
          "the journal in " + storage.url() + " can't be opened: " + e.getMessage(), e);
    }
  }

  /** Waits a little: the database may not have noticed yet that an earlier program ended. */
  private static void lock(Connection connection, Settings.Postgresql storage, Duration patience)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
      statement.execute("set lock_timeout = " + patience.toMillis());
      lock.setLong(1, LOCK);
      lock.execute();
      statement.execute("reset lock_timeout");
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new IOException(
            storage.url()
                + " is in use by another Souffleur: stop that one, or choose another database",
            e);
      }
      throw e;
    }
  }

  private static Connection reader(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setReadOnly(true);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
