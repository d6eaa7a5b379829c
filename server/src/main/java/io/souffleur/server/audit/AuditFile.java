package io.souffleur.server.audit;

import io.souffleur.server.waiting.Uninterrupted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The account in a SQLite file of its own, which has one writer and whose triggers refuse to change
 * or delete a row. Rows at its beginning can be let go of when they are old: then it says from
 * which number, and which link, it goes on. Safe for use by any thread.
 */
public final class AuditFile implements Audit, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
  static final String FILE = "audit.db";
  private static final int BUSY_MILLIS = 5_000;
  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_WAITING = 16_384;

  private static final String TABLES =
      """
      create table if not exists audit (
        number  integer primary key,
        at      text not null,
        who     text not null,
        what    text not null,
        about   text not null,
        outcome text not null,
        link    blob not null
      );
      create index if not exists audit_at on audit (at);
      create table if not exists audit_beginning (number integer not null, link blob not null);
      create trigger if not exists audit_unchanged before update on audit
        begin select raise(abort, 'the audit is only added to'); end;
      create trigger if not exists audit_undeleted before delete on audit
        when old.number > (select coalesce(max(number), 0) from audit_beginning)
        begin select raise(abort, 'the audit is only added to'); end;
      """;

  private final Connection connection;
  private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong missed = new AtomicLong();
  private final Thread writer;
  private long number;
  private byte[] link;

  private AuditFile(Connection connection, long number, byte[] link) {
    this.connection = connection;
    this.number = number;
    this.link = link;
    this.writer = Thread.ofPlatform().name("audit").start(this::run);
  }

  private sealed interface Order {
    record Note(Deed deed) implements Order {}

    record Settle(CompletableFuture<Void> done) implements Order {}

    record Forget(Instant before, CompletableFuture<Integer> done) implements Order {}

    record Stop() implements Order {}
  }

  /**
   * Opens the account in {@code data}, creating the file where it is missing.
   *
   * @throws IOException when it can't be used
   */
  public static AuditFile open(Path data) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve(FILE);
    try {
      Connection connection = connection(file, false);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(TABLES);
        connection.setAutoCommit(false);
        Row last = last(connection);
        return new AuditFile(connection, last.number, last.link);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("the audit in " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  static Connection connection(Path file, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setReadOnly(readOnly);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static final class Row {
    private final long number;
    private final byte[] link;

    Row(long number, byte[] link) {
      this.number = number;
      this.link = link;
    }
  }

  /** The last row, or the beginning. */
  private static Row last(Connection connection) throws SQLException {
    for (String table : List.of("audit", "audit_beginning")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select number, link from " + table + " order by number desc limit 1")) {
        if (rows.next()) {
          return new Row(rows.getLong(1), rows.getBytes(2));
        }
      }
    }
    return new Row(0, Chain.BEGINNING);
  }

  @Override
  public void note(Deed deed) {
    if (!queue.offer(new Order.Note(deed))) {
      missed.incrementAndGet();
    }
  }

  @Override
  public void settle() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Uninterrupted.put(queue, new Order.Settle(done));
    join(done);
  }

  /** Lets go of rows older than {@code before}; how many. */
  public int forget(Instant before) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    Uninterrupted.put(queue, new Order.Forget(before, done));
    return join(done);
  }

  private static <T> T join(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the audit could not be written", e.getCause());
    }
  }

  private void run() {
    List<Order> orders = new ArrayList<>(MOST_AT_ONCE);
    boolean open = true;
    while (open) {
      try {
        orders.add(queue.take());
      } catch (InterruptedException e) {
        LOG.debug("the audit ends by being closed, not by being interrupted", e);
      }
      queue.drainTo(orders, MOST_AT_ONCE - orders.size());
      Optional<Exception> failure = write(deeds(orders));
      for (Order order : orders) {
        switch (order) {
          case Order.Note note -> {}
          case Order.Settle(CompletableFuture<Void> done) ->
              failure.ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
          case Order.Forget(Instant before, CompletableFuture<Integer> done) ->
              delete(before, done);
          case Order.Stop stop -> open = false;
        }
      }
      orders.clear();
    }
  }

  private List<Deed> deeds(List<Order> orders) {
    List<Deed> deeds = new ArrayList<>(orders.size());
    for (Order order : orders) {
      if (order instanceof Order.Note(Deed deed)) {
        deeds.add(deed);
      }
    }
    long lost = deeds.isEmpty() ? 0 : missed.getAndSet(0);
    if (lost > 0) {
      deeds.add(new Deed(deeds.getLast().at(), "server", "audit.missed", "", "deeds: " + lost));
    }
    return deeds;
  }

  private Optional<Exception> write(List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return Optional.empty();
    }
    long next = number;
    byte[] linked = link;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit (number, at, who, what, about, outcome, link)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      for (Deed deed : deeds) {
        next++;
        linked = Chain.link(linked, next, deed);
        insert.setLong(1, next);
        insert.setString(2, deed.at().toString());
        insert.setString(3, deed.who());
        insert.setString(4, deed.what());
        insert.setString(5, deed.about());
        insert.setString(6, deed.outcome());
        insert.setBytes(7, linked);
        insert.executeUpdate();
      }
      connection.commit();
      number = next;
      link = linked;
      return Optional.empty();
    } catch (SQLException e) {
      missed.addAndGet(deeds.size());
      LOG.error("{} deeds could not be noted: {}", deeds.size(), e.getMessage());
      rollback();
      return Optional.of(e);
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.error("the audit could not go back: {}", e.getMessage());
    }
  }

  /** First it is noted where the account begins from now on; only before that may rows go. */
  private void delete(Instant before, CompletableFuture<Integer> done) {
    try (PreparedStatement begin =
            connection.prepareStatement(
                "insert into audit_beginning select number, link from audit where number ="
                    + " (select max(number) from audit where number <"
                    + " (select coalesce(min(number), 9223372036854775807) from audit"
                    + " where at >= ?))");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from audit where number <="
                    + " (select coalesce(max(number), 0) from audit_beginning)")) {
      begin.setString(1, before.toString());
      begin.executeUpdate();
      int rows = delete.executeUpdate();
      connection.commit();
      done.complete(rows);
    } catch (SQLException e) {
      rollback();
      done.completeExceptionally(e);
    }
  }

  /** Makes durable what was noted, then lets go of the file. */
  @Override
  public void close() {
    Uninterrupted.put(queue, new Order.Stop());
    Uninterrupted.join(writer);
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the audit could not be closed", e);
    }
  }
}
