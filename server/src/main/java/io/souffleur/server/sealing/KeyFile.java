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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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

  /** Conversations asked for in one statement. */
  private static final int MOST_ASKED = 5_000;

  private static final String PROOF = "souffleur";

  /** The version of the tables is SQLite's {@code user_version}. */
  private static final String TABLES =
      """
      create table if not exists data_key (
        conversation text primary key,
        wrapped      blob not null,
        customer     blob
      ) without rowid;
      create index if not exists data_key_customer on data_key (customer)
        where customer is not null;
      create table if not exists proof (wrapped blob not null);
      """;

  private final MasterKey master;
  private final Connection connection;
  private final ErasureTable erasures;
  private final HoldTable holds;

  private KeyFile(MasterKey master, Connection connection) {
    this.master = master;
    this.connection = connection;
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
        statement.executeUpdate(TABLES);
        statement.executeUpdate(ErasureTable.TABLE);
        statement.executeUpdate(HoldTable.TABLE);
        keys.prove();
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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into data_key (conversation, wrapped, customer) values (?, ?, ?)"
                + " on conflict (conversation) do update"
                + " set wrapped = excluded.wrapped, customer = excluded.customer")) {
      for (Fresh fresh : keys) {
        String conversation = fresh.conversation().key();
        insert.setString(1, conversation);
        insert.setBytes(2, master.wrap(fresh.key.bytes(), conversation));
        insert.setBytes(3, fresh.customer);
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** The key of a conversation; empty when it has none, or none any more. */
  synchronized Optional<DataKey> find(ConversationId conversation) {
    try (PreparedStatement query =
        connection.prepareStatement("select wrapped from data_key where conversation = ?")) {
      query.setString(1, conversation.key());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(new DataKey(master.unwrap(rows.getBytes(1), conversation.key())))
            : Optional.empty();
      }
    } catch (SQLException | AEADBadTagException e) {
      throw new IllegalStateException("the key of a conversation could not be read", e);
    } finally {
      release();
    }
  }

  /** The keys of conversations, of those that have one; a few statements for thousands of them. */
  synchronized Map<ConversationId, DataKey> find(Collection<ConversationId> conversations) {
    List<ConversationId> asked = List.copyOf(conversations);
    Map<ConversationId, DataKey> found = new HashMap<>();
    try {
      for (int from = 0; from < asked.size(); from += MOST_ASKED) {
        find(asked.subList(from, Math.min(asked.size(), from + MOST_ASKED)), found);
      }
      return found;
    } catch (SQLException | AEADBadTagException e) {
      throw new IllegalStateException("the keys of conversations could not be read", e);
    } finally {
      release();
    }
  }

  private void find(List<ConversationId> asked, Map<ConversationId, DataKey> into)
      throws SQLException, AEADBadTagException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select conversation, wrapped from data_key where conversation in ("
                + String.join(", ", Collections.nCopies(asked.size(), "?"))
                + ")")) {
      for (int i = 0; i < asked.size(); i++) {
        query.setString(i + 1, asked.get(i).key());
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String conversation = rows.getString(1);
          into.put(
              new ConversationId(conversation),
              new DataKey(master.unwrap(rows.getBytes(2), conversation)));
        }
      }
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
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1 from data_key limit 1")) {
      return !rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    } finally {
      release();
    }
  }

  /** The conversations of a customer, by the channel's key of theirs. */
  public synchronized List<ConversationId> ofCustomer(String customer) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select conversation from data_key where customer = ? order by conversation")) {
      query.setBytes(1, hidden(customer));
      try (ResultSet rows = query.executeQuery()) {
        List<ConversationId> conversations = new ArrayList<>();
        while (rows.next()) {
          conversations.add(new ConversationId(rows.getString(1)));
        }
        return conversations;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    } finally {
      release();
    }
  }

  /** Destroys the keys of an erasure and notes it, durable when it returns. */
  synchronized void destroy(Erasure erasure) {
    try {
      erasures.note(erasure);
      delete(erasure.conversations());
      connection.commit();
      rewrite();
    } catch (SQLException e) {
      release();
      throw new IllegalStateException("the keys could not be destroyed", e);
    }
  }

  /** Destroys what was deleted before. */
  synchronized void scrub() {
    try {
      rewrite();
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be destroyed", e);
    }
  }

  /** Deletes keys, durable when it returns; they are destroyed once {@link #scrub} was called. */
  synchronized void forget(List<ConversationId> conversations) {
    try {
      delete(conversations.stream().map(ConversationId::key).toList());
      connection.commit();
    } catch (SQLException e) {
      release();
      throw new IllegalStateException("the keys could not be destroyed", e);
    }
  }

  private void delete(List<String> conversations) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from data_key where conversation = ?")) {
      for (String conversation : conversations) {
        delete.setString(1, conversation);
        delete.executeUpdate();
      }
    }
  }

  /**
   * The write-ahead log still has what was there, and so may pages that were once divided, {@code
   * secure_delete} or not: the file is written anew.
   */
  private void rewrite() throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum");
      statement.execute("pragma wal_checkpoint(truncate)");
    } finally {
      connection.setAutoCommit(false);
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
