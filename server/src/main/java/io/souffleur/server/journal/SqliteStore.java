package io.souffleur.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Writes the journal of an SQLite file: one transaction, and so one sync of the disk, a group. */
final class SqliteStore implements Store, AutoCloseable {

  private final Connection connection;
  private final PreparedStatement insert;

  SqliteStore(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert =
        connection.prepareStatement(
            "insert into journal (conversation, position, origin, event_key, revision, kind,"
                + " handled, body, seen, channel) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  @Override
  public void keep(List<Entry> entries) throws SQLException {
    try {
      for (Entry entry : entries) {
        insert.setString(1, entry.conversation().key());
        insert.setLong(2, entry.position());
        insert.setString(3, column(entry.origin()));
        insert.setString(4, entry.key());
        insert.setInt(5, entry.revision());
        insert.setString(6, entry.kind());
        insert.setString(7, entry.handled().toString());
        insert.setString(8, entry.body());
        insert.setString(9, SeenColumn.write(entry.seen()));
        insert.setString(10, entry.channel().value());
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

  static String column(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
