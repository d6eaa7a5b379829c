package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The keys of conversations, wrapped, in a SQLite file beside the journal and in no backup of it;
 * whose conversations they are, hidden; and what was erased. Safe for use by any thread.
 */
public final class KeyFile implements AutoCloseable {

  static final String FILE = "keys.db";

  static final int BUSY_MILLIS = 5_000;

  private static final String PROOF = "souffleur";

  private static final String PROOFS = "create table if not exists proof (wrapped blob not null)";

  private final MasterKey master;
  private final Connection connection;
  private final KeyTable table;
  private final ErasureTable erasures;
  private final HoldTable holds;

  private KeyFile(MasterKey master, Connection connection) {
    this.master = master;
    this.connection = connection;
    this.table = new KeyTable(master, connection);
    this.erasures = new ErasureTable(connection);
    this.holds = new HoldTable(master, connection);
  }

  /** A key to be kept, and the customer of its conversation, hidden. */
  static final class Fresh {
    private final ConversationId conversation;
    private final DataKey key;
    private final byte @Nullable [] customer;

    Fresh(ConversationId conversation, DataKey key, byte @Nullable [] customer) {
      this.conversation = conversation;
      this.key = key;
      this.customer = customer;
    }

    ConversationId conversation() {
      return conversation;
    }

    DataKey key() {
      return key;
    }

    byte @Nullable [] customer() {
      return customer;
    }
  }

  /**
   * Opens the keys in {@code data}, creating the file where it is missing.
   *
   * @throws IOException when it can't be used, also when it was written with another master key
   */
  public static KeyFile open(Path data, MasterKey master) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve(FILE);
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      KeyFile keys = new KeyFile(master, connection);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(PROOFS);
        statement.executeUpdate(KeyTable.TABLES);
        statement.executeUpdate(ErasureTable.TABLE);
        statement.executeUpdate(HoldTable.TABLE);
        keys.prove();
        if (keys.table.bringOver()) {
          statement.execute("vacuum");
        }
        // A program that was killed may have left in the log what it was about to destroy.
        emptied(statement);
      } catch (SQLException | IOException e) {
        connection.close();
        throw e;
      }
      connection.setAutoCommit(false);
      ownersAlone(file);
      return keys;
    } catch (SQLException e) {
      throw new IOException("the keys in " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  /** Whether there is such a file in {@code data}. */
  public static boolean isIn(Path data) {
    return Files.exists(data.resolve(FILE));
  }

  static void ownersAlone(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** That the master key is the one with which this file was begun. */
  private void prove() throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select wrapped from proof")) {
      if (rows.next()) {
        master.unwrap(rows.getBytes(1), PROOF);
        return;
      }
    } catch (AEADBadTagException e) {
      throw new IOException(
          "keys.db was written with another master key: give back the one it was written with", e);
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into proof (wrapped) values (?)")) {
      insert.setBytes(1, master.wrap(Aes.newKey(), PROOF));
      insert.executeUpdate();
    }
  }

  /** What stands for a word that is not to be read; the same for the same, in this house alone. */
  public byte[] hidden(String word) {
    return master.hidden(word);
  }

  /** Makes keys durable, all or none, in one sync of the disk. */
  synchronized void keep(List<Fresh> keys) throws SQLException {
    try {
      for (Fresh fresh : keys) {
        table.keep(fresh);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** The key of a conversation; empty when it has none, or none any more. */
  synchronized Optional<DataKey> find(ConversationId conversation) {
    return Optional.ofNullable(find(List.of(conversation)).get(conversation));
  }

  /** The keys of conversations, of those that have one; a few statements for thousands of them. */
  synchronized Map<ConversationId, DataKey> find(Collection<ConversationId> conversations) {
    try {
      return table.find(List.copyOf(conversations));
    } catch (SQLException | AEADBadTagException e) {
      throw new IllegalStateException("the keys of conversations could not be read", e);
    } finally {
      release();
    }
  }

  /** Ends the transaction of a query, which would keep the log from being emptied. */
  private void release() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be let go of", e);
    }
  }

  synchronized boolean isEmpty() {
    try {
      return table.isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    } finally {
      release();
    }
  }

  /** The conversations of a customer, by the channel's key of theirs. */
  public synchronized List<ConversationId> ofCustomer(String customer) {
    try {
      return table.ofCustomer(hidden(customer));
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    } finally {
      release();
    }
  }

  /** Destroys the keys of an erasure and notes it, durable when it returns. */
  synchronized void destroy(Erasure erasure) {
    change(
        () -> {
          erasures.note(erasure);
          for (String conversation : erasure.conversations()) {
            table.delete(new ConversationId(conversation));
          }
        });
    scrub();
  }

  /** Destroys what was deleted, or replaced, before. */
  synchronized void scrub() {
    try {
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        if (!emptied(statement)) {
          throw new SQLException("the log of keys.db is in use by another program");
        }
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be destroyed", e);
    }
  }

  /** Deletes keys, durable when it returns; they are destroyed once {@link #scrub} was called. */
  synchronized void forget(List<ConversationId> conversations) {
    change(() -> each(conversations, table::delete));
  }

  /**
   * Keeps the keys that will be those of conversations once their entries are sealed with them,
   * durable when it returns.
   */
  synchronized void prepare(List<Fresh> next) {
    change(() -> each(next, table::prepare));
  }

  /**
   * Puts keys that were prepared in their places, durable when it returns; those before are
   * destroyed once {@link #scrub} was called.
   */
  synchronized void renew(Collection<ConversationId> conversations) {
    change(() -> each(conversations, table::renew));
  }

  /** Takes back what was prepared. */
  synchronized void abandon(Collection<ConversationId> conversations) {
    change(() -> each(conversations, table::abandon));
  }

  /** The keys that were prepared, and of which nobody has said yet whether they are in use. */
  synchronized Map<ConversationId, DataKey> prepared() {
    try {
      return table.prepared();
    } catch (SQLException | AEADBadTagException e) {
      throw new IllegalStateException("the keys of conversations could not be read", e);
    } finally {
      release();
    }
  }

  /** A part of a transaction. */
  @FunctionalInterface
  private interface Part<T> {
    void of(T one) throws SQLException;
  }

  @FunctionalInterface
  private interface Change {
    void make() throws SQLException;
  }

  private static <T> void each(Collection<T> all, Part<T> part) throws SQLException {
    for (T one : all) {
      part.of(one);
    }
  }

  private void change(Change change) {
    try {
      change.make();
      connection.commit();
    } catch (SQLException e) {
      release();
      throw new IllegalStateException("the keys could not be changed", e);
    }
  }

  /**
   * Brings what was committed to its place in the file and empties the log, which has what was
   * there before; false when another program was in the way.
   */
  private static boolean emptied(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
      return rows.getInt(1) == 0;
    }
  }

  /** Places a hold, durable when it returns. */
  public synchronized void hold(Hold hold) {
    try {
      holds.add(hold);
      connection.commit();
    } catch (SQLException e) {
      release();
      throw new IllegalStateException("the hold could not be placed", e);
    }
  }

  /** Lifts a hold, durable when it returns; whether there was one of this name. */
  public synchronized boolean lift(String id) {
    try {
      boolean lifted = holds.remove(id);
      connection.commit();
      return lifted;
    } catch (SQLException e) {
      release();
      throw new IllegalStateException("the hold could not be lifted", e);
    }
  }

  /** All holds, oldest first. */
  public synchronized List<Hold> holds() {
    try {
      return holds.all();
    } catch (SQLException | AEADBadTagException e) {
      throw new IllegalStateException("the holds could not be read", e);
    } finally {
      release();
    }
  }

  /** All conversations that are held, by themselves or as those of their customer. */
  public synchronized Set<ConversationId> held() {
    try {
      return holds.held();
    } catch (SQLException e) {
      throw new IllegalStateException("the holds could not be read", e);
    } finally {
      release();
    }
  }

  /** All erasures there ever were, oldest first. */
  public synchronized List<Erasure> erasures() {
    try {
      return erasures.all();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    } finally {
      release();
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be closed", e);
    }
  }
}
