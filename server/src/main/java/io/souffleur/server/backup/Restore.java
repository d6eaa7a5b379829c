package io.souffleur.server.backup;

import io.souffleur.server.config.Settings;
import io.souffleur.server.journal.Journal;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Brings a backup into an empty store, of either kind. No server may run on it meanwhile, and none
 * can: the store is locked as a server would lock it.
 */
public final class Restore {
  private static final Predicate<String> JOURNAL = "journal"::equals;

  private Restore() {}

  /** What has to hold before anything is brought back. */
  @FunctionalInterface
  public interface Condition {

    /**
     * Looks whether it holds.
     *
     * @throws IOException when it doesn't, with the reason for a person
     */
    void check() throws IOException;
  }

  /**
   * Brings a backup back.
   *
   * @throws IOException when the file is damaged, or the store isn't empty or can't be used, with
   *     the reason for a person
   */
  public static Contents read(Path source, Settings.Storage storage, Path data) throws IOException {
    return read(source, storage, data, () -> {});
  }

  /**
   * Brings a backup back, if {@code condition} holds once the store is locked.
   *
   * @throws IOException when the file is damaged, or the store isn't empty or can't be used, with
   *     the reason for a person
   */
  public static Contents read(Path source, Settings.Storage storage, Path data, Condition condition)
      throws IOException {
    if (!Files.isRegularFile(source)) {
      throw new IOException(source + " isn't there");
    }
    BackupFile file = new BackupFile(source);
    file.check();
    try (Connection connection = file.read();
        Journal locked =
            Journals.open(
                storage,
                data,
                (reason, cause) -> {
                  throw new IllegalStateException(reason, cause);
                });
        Database house = Database.open(storage, data)) {
      if (!locked.ready()) {
        throw new IOException("the store can't be used");
      }
      condition.check();
      Tables from = new Tables(connection, Dialect.SQLITE);
      Set<String> subjects = from.subjects();
      for (String subject : subjects) {
        house.migrate(subject);
      }
      return new Contents(load(from, house, storage, data));
    } catch (SQLException e) {
      throw new IOException(source + " can't be restored: " + e.getMessage(), e);
    }
  }

  private static Map<String, Long> load(
      Tables from, Database house, Settings.Storage storage, Path data)
      throws SQLException, IOException {
    Map<String, Long> loaded = new TreeMap<>();
    try (Connection first = house.source().getConnection();
        Connection second = journal(storage, data)) {
      Tables tables = new Tables(first, house.dialect());
      Tables journal = new Tables(second, house.dialect());
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      loaded.putAll(load(from, tables, JOURNAL.negate()));
      loaded.putAll(load(from, journal, JOURNAL));
      first.commit();
      second.commit();
      return loaded;
    }
  }

  private static Connection journal(Settings.Storage storage, Path data) throws SQLException {
    return switch (storage) {
      case Settings.Sqlite sqlite -> Sqlite.writer(Journals.file(data));
      case Settings.Postgresql postgresql -> Postgres.source(postgresql).getConnection();
    };
  }

  private static Map<String, Long> load(Tables from, Tables to, Predicate<String> which)
      throws SQLException, IOException {
    List<String> tables = from.carried().stream().filter(which).toList();
    for (String table : tables) {
      if (to.count(table) > 0) {
        throw new IOException(
            "there is something in "
                + table
                + " already: a backup goes into an empty store only, so choose another data folder"
                + " or database");
      }
    }
    Map<String, Long> copied = new TableCopy(from, to).copy(tables);
    BackupFile.check(to, copied);
    return copied;
  }
}
