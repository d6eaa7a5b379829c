package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Writes the journal of a PostgreSQL database: one transaction, and so one sync there, a group. */
final class PostgresStore implements Store {

  private static final String DISK_FULL = "53100";
  private static final String DATA_EXCEPTION = "22";
  private static final String CONSTRAINT_VIOLATION = "23";
  private static final String CONNECTION_FAILURE = "08006";

  private final Connection connection;
  private final PreparedStatement insert;

  /** Takes over a connection: nobody else may use it. */
  PostgresStore(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert = connection.prepareStatement(JournalTable.INSERT);
  }

  @Override
  public void keep(List<Entry> entries) throws SQLException {
    try {
      for (Entry entry : entries) {
        JournalTable.fill(insert, entry);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    } catch (SQLException e) {
      throw undone(e);
    }
  }

  /**
   * What went wrong, without the driver's own words: they quote the rows, and so what people wrote.
   * Where nothing can be undone, nobody knows what was done.
   */
  private SQLException undone(SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    try {
      insert.clearBatch();
      connection.rollback();
      return new SQLException("PostgreSQL refused a group of entries, SQLSTATE " + state, state);
    } catch (SQLException lost) {
      return new SQLException(
          "the connection to PostgreSQL is lost, SQLSTATE " + state, CONNECTION_FAILURE);
    }
  }

  /** The database itself decides when it writes over the pages of what is gone: vacuum. */
  @Override
  public void erase(List<ConversationId> conversations) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from journal where conversation = ?")) {
      for (ConversationId conversation : conversations) {
        delete.setString(1, conversation.key());
        delete.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw undone(e);
    }
  }

  @Override
  public void rewrite(List<Entry> entries) throws SQLException {
    try {
      if (!JournalTable.rewrite(connection, entries)) {
        throw new SQLException("an entry to be written anew is not there", CONSTRAINT_VIOLATION);
      }
      connection.commit();
    } catch (SQLException e) {
      throw undone(e);
    }
  }

  @Override
  public void probe() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1");
      connection.commit();
    }
  }

  @Override
  public Trouble trouble(SQLException exception) {
    String state = String.valueOf(exception.getSQLState());
    if (state.equals(DISK_FULL)) {
      return Trouble.NO_ROOM;
    }
    return state.startsWith(CONSTRAINT_VIOLATION) || state.startsWith(DATA_EXCEPTION)
        ? Trouble.CLASH
        : Trouble.BROKEN;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
