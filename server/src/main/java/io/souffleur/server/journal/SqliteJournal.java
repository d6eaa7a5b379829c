package io.souffleur.server.journal;

import io.souffleur.server.store.DiskReserve;
import io.souffleur.server.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens journals in a SQLite file: write-ahead log, a sync of the disk at every commit, one writer,
 * readers that never wait for it. The folder is locked against a second program.
 */
public final class SqliteJournal {

  /**
   * In the order of rows. Without the plus SQLite would walk through all rows in that order, rather
   * than look a few up and sort them.
   */
  static final String KEPT = "+rowid";

  private SqliteJournal() {}

  /** Opens the journal in {@code folder} without setting room aside for a full disk. */
  public static Journal open(Path folder, FatalHandler fatal) throws IOException {
    return open(folder, 0, fatal);
  }

  /**
   * Opens the journal in {@code folder}, creating both where they are missing.
   *
   * @param reserve bytes of disk that are set aside for ending in order when it is full
   * @throws IOException when the folder can't be used, with the reason for a person
   */
  public static Journal open(Path folder, long reserve, FatalHandler fatal) throws IOException {
    Sqlite.prepare(folder);
    FileChannel lockFile = lock(folder);
    try {
      SqliteFile file = new SqliteFile(Journals.file(folder));
      file.migrate();
      Connection connection = file.writer();
      Sqlite.check(connection);
      SqliteStore store = new SqliteStore(connection, DiskReserve.in(folder, reserve));
      Questions questions = new Questions(new Readers(file::reader), KEPT, "cross join");
      return new StoredJournal(store, questions, lockFile, fatal);
    } catch (SQLException e) {
      lockFile.close();
      throw new IOException("the journal in " + folder + " can't be opened: " + e.getMessage(), e);
    } catch (IOException e) {
      lockFile.close();
      throw e;
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
}
