package io.souffleur.server.backup;

import io.souffleur.server.journal.Journals;
import io.souffleur.server.store.Dialect;
import io.souffleur.server.store.Migrations;
import io.souffleur.server.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A backup: one SQLite file with the tables of a journal and of a house. */
final class BackupFile {
  private final Path file;

  BackupFile(Path file) {
    this.file = file;
  }

  /** Makes an empty one that only its owner may read, with the tables of these subjects. */
  void create(Set<String> subjects) throws IOException, SQLException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Journals.createTables(file);
    DataSource source = Sqlite.source(file);
    for (String subject : subjects) {
      Migrations.run(source, Dialect.SQLITE, subject);
    }
  }

  Connection write() throws SQLException {
    return Sqlite.writer(file);
  }

  Connection read() throws SQLException {
    return Sqlite.reader(file);
  }

  /** Leaves nothing beside the file. */
  void seal() throws SQLException {
    try (Connection connection = write();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = delete");
    }
  }

  /**
   * Reads the whole file.
   *
   * @throws IOException when it is damaged, or something else than a backup
   */
  void check() throws IOException {
    try (Connection connection = read();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("pragma integrity_check")) {
        String found = rows.getString(1);
        if (!found.equals("ok")) {
          throw new IOException(file + " is damaged: " + found);
        }
      }
      try (ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
        if (rows.next()) {
          throw new IOException(
              file + " is damaged: a row of " + rows.getString(1) + " refers to nothing");
        }
      }
      // SQLite takes an empty file for a database without tables.
      if (!new Tables(connection, Dialect.SQLITE).carried().contains(Journals.SUBJECT)) {
        throw new IOException(file + " is no backup of Souffleur: there is no journal in it");
      }
    } catch (SQLException e) {
      throw new IOException(file + " is no backup of Souffleur: " + e.getMessage(), e);
    }
  }

  /**
   * Compares the number of rows.
   *
   * @throws IOException when there are others than {@code expected}
   */
  static void check(Tables tables, Map<String, Long> expected) throws IOException, SQLException {
    for (Map.Entry<String, Long> table : expected.entrySet()) {
      long found = tables.count(table.getKey());
      if (found != table.getValue()) {
        throw new IOException(
            "the table "
                + table.getKey()
                + " has "
                + found
                + " rows where "
                + table.getValue()
                + " were written");
      }
    }
  }

  /** Makes it durable, and gives it its name. */
  void moveTo(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
