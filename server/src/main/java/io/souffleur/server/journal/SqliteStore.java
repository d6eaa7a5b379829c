package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.store.DiskReserve;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes the journal of an SQLite file: one transaction, and so one sync of the disk, a group. */
final class SqliteStore implements Store {

  private final Connection connection;
  private Statement transaction;
  private PreparedStatement insert;
  private final DiskReserve reserve;

  /**
   * Takes over a connection: nobody else may use it.
   *
   * @param reserve given up when the disk is full; from then on, until there is room again, only
   *     the ends of conversations are kept
   */
  SqliteStore(Connection connection, DiskReserve reserve) throws SQLException {
    this.connection = connection;
    this.reserve = reserve;
    this.transaction = connection.createStatement();
    this.insert = connection.prepareStatement(JournalTable.INSERT);
  }

  @Override
  public void keep(List<Entry> entries) throws SQLException {
    transaction.execute("begin immediate");
    try {
      for (Entry entry : entries) {
        JournalTable.fill(insert, entry);
        insert.executeUpdate();
      }
      transaction.execute("commit");
    } catch (SQLException e) {
      if (trouble(e) == Trouble.NO_ROOM) {
        reserve.giveUp();
      }
      undo(e);
      throw e;
    }
  }

  /**
   * On a full disk, SQLite may have undone it itself already, and the driver closes the statement
   * that failed.
   */
  private void undo(SQLException cause) {
    try {
      transaction.execute("rollback");
    } catch (SQLException nothingToUndo) {
      cause.addSuppressed(nothingToUndo);
    }
    try {
      insert.close();
      insert = connection.prepareStatement(JournalTable.INSERT);
    } catch (SQLException lost) {
      cause.addSuppressed(lost);
    }
  }

  @Override
  public void erase(List<ConversationId> conversations) throws SQLException {
    boolean legible = false;
    transaction.execute("begin immediate");
    try (PreparedStatement query =
            connection.prepareStatement(
                "select 1 from journal where conversation = ? and body like '{%' limit 1");
        PreparedStatement delete =
            connection.prepareStatement("delete from journal where conversation = ?")) {
      for (ConversationId conversation : conversations) {
        query.setString(1, conversation.key());
        try (ResultSet rows = query.executeQuery()) {
          legible |= rows.next();
        }
        delete.setString(1, conversation.key());
        delete.executeUpdate();
      }
      transaction.execute("commit");
    } catch (SQLException e) {
      undo(e);
      throw e;
    }
    if (legible) {
      scrub();
    }
  }

  /**
   * What anybody could read is still in the write-ahead log, and in pages that were once divided,
   * {@code secure_delete} or not: the file is written anew.
   */
  private void scrub() throws SQLException {
    // A statement that is still prepared would be in its way.
    insert.close();
    transaction.close();
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum");
      statement.execute("pragma wal_checkpoint(truncate)");
    } finally {
      transaction = connection.createStatement();
      insert = connection.prepareStatement(JournalTable.INSERT);
    }
  }

  @Override
  public boolean admits(Entry entry) {
    return reserve.takeBack() || entry.kind().equals(Entry.ENDED);
  }

  @Override
  public Trouble trouble(SQLException exception) {
    if (!(exception instanceof SQLiteException sqlite)) {
      return Trouble.BROKEN;
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    if (code == SQLiteErrorCode.SQLITE_FULL) {
      return Trouble.NO_ROOM;
    }
    return (code.code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        ? Trouble.CLASH
        : Trouble.BROKEN;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
