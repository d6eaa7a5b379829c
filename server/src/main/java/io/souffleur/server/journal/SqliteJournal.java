package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file: write-ahead log, a sync of the disk at every commit, one writer,
 * readers that never wait for it. The folder is locked against a second program.
 */
public final class SqliteJournal implements Journal {

  private static final String COLUMNS =
      "select conversation, position, origin, event_key, revision, kind, handled, body, seen,"
          + " channel from journal";

  private final FileChannel lockFile;
  private final SqliteStore store;
  private final GroupCommit writer;
  private final Readers readers;

  private SqliteJournal(
      FileChannel lockFile, SqliteStore store, GroupCommit writer, Readers readers) {
    this.lockFile = lockFile;
    this.store = store;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the journal in {@code folder}, creating both where they are missing.
   *
   * @throws IOException when the folder can't be used, with the reason for a person
   */
  public static SqliteJournal open(Path folder, FatalHandler fatal) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile = lock(folder);
    try {
      SqliteFile file = new SqliteFile(folder.resolve("journal.db"));
      file.migrate();
      SqliteStore store = new SqliteStore(file.writer());
      return new SqliteJournal(lockFile, store, new GroupCommit(store, fatal), new Readers(file));
    } catch (SQLException e) {
      lockFile.close();
      throw new IOException("the journal in " + folder + " can't be opened: " + e.getMessage(), e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException(
          folder + " is in use by another Souffleur: stop that one, or choose another data folder");
    }
    return channel;
  }

  @Override
  public void append(Entry entry, Consumer<Outcome> told) {
    writer.append(entry, told);
  }

  @Override
  public List<Entry> read(ConversationId conversation) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(COLUMNS + " where conversation = ? order by position")) {
            query.setString(1, conversation.key());
            return entries(query);
          }
        });
  }

  @Override
  public List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  COLUMNS
                      + " where conversation = ? and origin = ? and event_key = ?"
                      + " order by revision")) {
            query.setString(1, conversation.key());
            query.setString(2, SqliteStore.column(origin));
            query.setString(3, key);
            return entries(query);
          }
        });
  }

  @Override
  public List<Entry> noted(Instant since) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  COLUMNS + " where origin = 'server' and handled >= ? order by rowid")) {
            query.setString(1, since.toString());
            return entries(query);
          }
        });
  }

  @Override
  public List<ConversationId> live() {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "select conversation from journal as begun"
                          + " where kind = 'conversation.started' and not exists"
                          + " (select 1 from journal as over"
                          + " where over.conversation = begun.conversation"
                          + " and over.kind = 'conversation.ended')");
              ResultSet rows = query.executeQuery()) {
            List<ConversationId> live = new ArrayList<>();
            while (rows.next()) {
              live.add(new ConversationId(rows.getString(1)));
            }
            return live;
          }
        });
  }

  private static List<Entry> entries(PreparedStatement query) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(
            new Entry(
                new ConversationId(rows.getString(1)),
                rows.getLong(2),
                Origin.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                new ChannelName(rows.getString(10)),
                rows.getString(4),
                rows.getInt(5),
                rows.getString(6),
                Instant.parse(rows.getString(7)),
                rows.getString(8),
                SeenColumn.read(rows.getString(9))));
      }
    }
    return entries;
  }

  @Override
  public boolean ready() {
    return writer.ready();
  }

  @Override
  public void close() {
    writer.close();
    try {
      readers.close();
      store.close();
      lockFile.close();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the journal could not be closed", e);
    }
  }
}
