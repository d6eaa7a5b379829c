package io.souffleur.server.backup;

import io.souffleur.server.config.Settings;
import io.souffleur.server.journal.Journals;
import io.souffleur.server.store.Database;
import io.souffleur.server.store.Dialect;
import io.souffleur.server.store.Postgres;
import io.souffleur.server.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes everything a house has kept into one file. The server may run meanwhile: what was
 * acknowledged before the backup began is in it. Each database is read as it was at one instant.
 */
public final class Backup {
  private Backup() {}

  /**
   * Writes a backup.
   *
   * @param target a file that isn't there yet; it appears once it is whole and durable
   * @throws IOException when it can't be written, with the reason for a person
   */
  public static Contents write(Settings.Storage storage, Path data, Path target)
      throws IOException {
    if (Files.exists(target)) {
      throw new IOException(target + " is there already: choose another name");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      BackupFile file = new BackupFile(part);
      Contents contents = fill(file, storage, data);
      file.moveTo(target);
      return contents;
    } catch (SQLException e) {
      throw new IOException("the backup can't be written: " + e.getMessage(), e);
    } finally {
      for (String beside : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + beside));
      }
    }
  }

  private static Contents fill(BackupFile file, Settings.Storage storage, Path data)
      throws IOException, SQLException {
    List<Tables> sources = new ArrayList<>();
    try {
      open(storage, data, sources);
      Set<String> subjects = new TreeSet<>();
      for (Tables source : sources) {
        subjects.addAll(source.subjects());
      }
      subjects.remove(Journals.SUBJECT);
      file.create(subjects);
      Map<String, Long> copied = new TreeMap<>();
      try (Connection connection = file.write()) {
        connection.setAutoCommit(false);
        Tables target = new Tables(connection, Dialect.SQLITE);
        for (Tables source : sources) {
          copied.putAll(new TableCopy(source, target).copy(source.carried()));
        }
        connection.commit();
      }
      file.seal();
      file.check();
      try (Connection connection = file.read()) {
        BackupFile.check(new Tables(connection, Dialect.SQLITE), copied);
      }
      return new Contents(copied);
    } finally {
      for (Tables source : sources) {
        source.connection().close();
      }
    }
  }

  private static void open(Settings.Storage storage, Path data, List<Tables> sources)
      throws IOException, SQLException {
    switch (storage) {
      case Settings.Sqlite sqlite -> {
        Path journal = Journals.file(data);
        if (!Files.exists(journal)) {
          throw new IOException(journal + " isn't there: is this the configuration that ran?");
        }
        for (Path file : List.of(journal, Database.file(data))) {
          if (Files.exists(file)) {
            Connection connection = Sqlite.reader(file);
            sources.add(new Tables(connection, Dialect.SQLITE));
            connection.setAutoCommit(false);
          }
        }
      }
      case Settings.Postgresql postgresql -> {
        Connection connection = Postgres.source(postgresql).getConnection();
        sources.add(new Tables(connection, Dialect.POSTGRESQL));
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
      }
    }
  }
}
