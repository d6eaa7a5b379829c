package io.souffleur.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes the journal of an SQLite file: one transaction, and so one sync of the disk, a group. */
final class SqliteStore implements Store, AutoCloseable {

  private final Connection connection;
  private final PreparedStatement insert;

  SqliteStore(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert = connection.prepareStatement(JournalTable.INSERT);
  }

  @Override
  public void keep(List<Entry> entries) throws SQLException {
    try {
      for (Entry entry : entries) {
        JournalTable.fill(insert, entry);
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
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
