package io.souffleur.server.snapshot;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Snapshots in an SQLite file of their own, so that no writing of them is ever in the way of the
 * journal. It is not synced with every commit: a power cut may cost the latest ones. A file that
 * can't be used is replaced by an empty one.
 */
public final class SqliteSnapshots implements Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteSnapshots.class);

  /** Of the table below, and of sealed bytes in it; a file of another one is replaced. */
  private static final int VERSION = 3;

  private static final String TABLE =
      "create table if not exists snapshot ("
          + "conversation text primary key not null, bytes blob not null)";

  private final Connection connection;

  private SqliteSnapshots(Connection connection) {
    this.connection = connection;
  }

  /**
   * Those in {@code folder}, which nobody else uses meanwhile. Where there is no way to keep any,
   * nowhere.
   */
  public static Snapshots open(Path folder) {
    Path file = folder.resolve("snapshots.db");
    try {
      return new SqliteSnapshots(connected(file));
    } catch (SQLException damaged) {
      LOG.info("{} is begun anew: {}", file, damaged.getMessage());
      try {
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
          Files.deleteIfExists(folder.resolve("snapshots.db" + end));
        }
        return new SqliteSnapshots(connected(file));
      } catch (SQLException | IOException e) {
        LOG.warn("no snapshots are kept in {}, so starts take longer", folder, e);
        return Snapshots.none();
      }
    }
  }

  private static Connection connected(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma mmap_size = 0");
      statement.execute("pragma secure_delete = on");
      int version = number(statement, "pragma user_version");
      if (version != 0 && version != VERSION) {
        throw new SQLException("another program has written it");
      }
      statement.execute(TABLE);
      statement.execute("pragma user_version = " + VERSION);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static int number(Statement statement, String pragma) throws SQLException {
    try (ResultSet rows = statement.executeQuery(pragma)) {
      return rows.getInt(1);
    }
  }

  @Override
  public synchronized Map<ConversationId, byte[]> all() {
    Map<ConversationId, byte[]> all = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement("select conversation, bytes from snapshot");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        all.put(new ConversationId(rows.getString(1)), rows.getBytes(2));
      }
      connection.commit();
    } catch (SQLException | IllegalArgumentException e) {
      throw new IllegalStateException("snapshots could not be read", e);
    }
    return all;
  }

  @Override
  public synchronized void keep(Map<ConversationId, byte[]> latest) {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into snapshot (conversation, bytes) values (?, ?)"
                + " on conflict (conversation) do update set bytes = excluded.bytes")) {
      for (Map.Entry<ConversationId, byte[]> one : latest.entrySet()) {
        upsert.setString(1, one.getKey().key());
        upsert.setBytes(2, one.getValue());
        upsert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw failed("kept", e);
    }
  }

  @Override
  public synchronized void erase(Collection<ConversationId> conversations) {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from snapshot where conversation = ?")) {
      for (ConversationId conversation : conversations) {
        delete.setString(1, conversation.key());
        delete.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw failed("erased", e);
    }
  }

  private IllegalStateException failed(String what, SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
    return new IllegalStateException("snapshots could not be " + what, cause);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the snapshots could not be closed", e);
    }
  }
}
