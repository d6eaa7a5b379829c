package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.store.DiskReserve;
import io.souffleur.server.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A journal in one SQLite file: write-ahead log, a sync of the disk at every commit, one writer,
 * readers that never wait for it. The folder is locked against a second program.
 */
public final class SqliteJournal implements Journal {

  private final FileChannel lockFile;
  private final SqliteStore store;
  private final GroupCommit writer;
  private final Questions questions;

  private SqliteJournal(
      FileChannel lockFile, SqliteStore store, GroupCommit writer, Questions questions) {
    this.lockFile = lockFile;
    this.store = store;
    this.writer = writer;
    this.questions = questions;
  }

  /** Opens the journal in {@code folder} without setting room aside for a full disk. */
  public static SqliteJournal open(Path folder, FatalHandler fatal) throws IOException {
    return open(folder, 0, fatal);
  }

  /**
   * Opens the journal in {@code folder}, creating both where they are missing.
   *
   * @param reserve bytes of disk that are set aside for ending in order when it is full
   * @throws IOException when the folder can't be used, with the reason for a person
   */
  public static SqliteJournal open(Path folder, long reserve, FatalHandler fatal)
      throws IOException {
    Sqlite.prepare(folder);
    FileChannel lockFile = lock(folder);
    try {
      SqliteFile file = new SqliteFile(Journals.file(folder));
      file.migrate();
      Connection connection = file.writer();
      Sqlite.check(connection);
      SqliteStore store = new SqliteStore(connection, DiskReserve.in(folder, reserve));
      return new SqliteJournal(
          lockFile,
          store,
          new GroupCommit(store, fatal),
          new Questions(new Readers(file::reader), "rowid", "cross join"));
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
    return questions.read(conversation);
  }

  @Override
  public List<Entry> from(Map<ConversationId, Long> positions) {
    return questions.from(positions);
  }

  @Override
  public List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return questions.find(conversation, origin, key);
  }

  @Override
  public List<Entry> noted(Instant since) {
    return questions.noted(since);
  }

  @Override
  public List<ConversationId> live() {
    return questions.live();
  }

  @Override
  public boolean ready() {
    return writer.ready();
  }

  @Override
  public void listen(CommitListener listener) {
    writer.listen(listener);
  }

  @Override
  public void close() {
    writer.close();
    try {
      questions.close();
      store.close();
      lockFile.close();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the journal could not be closed", e);
    }
  }
}
