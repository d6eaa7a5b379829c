package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.store.DiskReserve;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes the journal of an SQLite file: one transaction, and so one sync of the disk, a group. */
final class SqliteStore implements Store {

  private static final String LEGIBLE =
      "select 1 from journal where conversation = ? and body like '{%' limit 1";

  /** SQLite's {@code application_id} while what anybody can read may be left of what was there. */
  private static final int TO_SCRUB = 0x536F7566;

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
    try (PreparedStatement query = connection.prepareStatement(LEGIBLE);
        PreparedStatement delete =
            connection.prepareStatement("delete from journal where conversation = ?")) {
      for (ConversationId conversation : conversations) {
        legible |= isLegible(query, conversation);
        delete.setString(1, conversation.key());
        delete.executeUpdate();
      }
      transaction.execute("commit");
    } catch (SQLException e) {
      undo(e);
      throw e;
    }
    if (legible) {
      writeAnew();
    }
  }

  private static boolean isLegible(PreparedStatement query, ConversationId conversation)
      throws SQLException {
    query.setString(1, conversation.key());
    try (ResultSet rows = query.executeQuery()) {
      return rows.next();
    }
  }

  @Override
  public void rewrite(List<Entry> entries) throws SQLException {
    Set<ConversationId> conversations = new HashSet<>();
    entries.forEach(entry -> conversations.add(entry.conversation()));
    transaction.execute("begin immediate");
    try (PreparedStatement query = connection.prepareStatement(LEGIBLE)) {
      boolean legible = false;
      for (ConversationId conversation : conversations) {
        legible |= isLegible(query, conversation);
      }
      if (!JournalTable.rewrite(connection, entries)) {
        throw new SQLiteException(
            "an entry to be written anew is not there", SQLiteErrorCode.SQLITE_CONSTRAINT);
      }
      if (legible) {
        transaction.execute("pragma application_id = " + TO_SCRUB);
      }
      transaction.execute("commit");
    } catch (SQLException e) {
      undo(e);
      throw e;
    }
  }

  /** Also what a program that was killed did not come to. */
  @Override
  public void scrub() throws SQLException {
    try (ResultSet rows = transaction.executeQuery("pragma application_id")) {
      if (rows.getInt(1) != TO_SCRUB) {
        return;
      }
    }
    writeAnew();
    transaction.execute("pragma application_id = 0");
  }

  /**
   * What anybody could read is still in the write-ahead log, and in pages that were once divided,
   * {@code secure_delete} or not: the file is written anew.
   */
  private void writeAnew() throws SQLException {
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
