package io.souffleur.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** A few connections that read, opened when first needed and kept. Safe for use by any thread. */
final class Readers implements AutoCloseable {

  private static final int MOST = 4;

  private final Opener opener;
  private final Semaphore permits = new Semaphore(MOST);
  private final Deque<Connection> idle = new ArrayDeque<>();

  Readers(Opener opener) {
    this.opener = opener;
  }

  /** Opens one more connection. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  /** Something to ask the journal. */
  @FunctionalInterface
  interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Waits for a connection and asks. */
  <T> T with(Query<T> query) {
    permits.acquireUninterruptibly();
    try {
      return ask(query, take());
    } catch (SQLException e) {
      throw new IllegalStateException("the journal could not be read", e);
    } finally {
      permits.release();
    }
  }

  /** A connection that failed once is not used again. */
  private <T> T ask(Query<T> query, Connection connection) throws SQLException {
    try {
      T answer = query.ask(connection);
      synchronized (idle) {
        idle.push(connection);
      }
      return answer;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection take() throws SQLException {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return opener.open();
  }

  @Override
  public void close() throws SQLException {
    permits.acquireUninterruptibly(MOST);
    synchronized (idle) {
      for (Connection connection : idle) {
        connection.close();
      }
    }
  }
}
