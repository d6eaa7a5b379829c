package io.souffleur.server.journal;

import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Opens journals. */
public final class Journals {

  /** Under which its migrations are known. */
  public static final String SUBJECT = "journal";

  private Journals() {}

  /** The file of a journal in SQLite. */
  public static Path file(Path data) {
    return data.resolve("journal.db");
  }

  /**
   * Creates the tables of a journal in a SQLite file that has none.
   *
   * @throws IOException when that can't be done, with the reason for a person
   */
  public static void createTables(Path file) throws IOException {
    try {
      new SqliteFile(file).migrate();
    } catch (SQLException e) {
      throw new IOException(file + " can't be written: " + e.getMessage(), e);
    }
  }

  /**
   * Opens the journal of a house, creating it where it is missing.
   *
   * @param data the data folder
   * @throws IOException when it can't be used, with the reason for a person
   */
  public static Journal open(Settings.Storage storage, Path data, FatalHandler fatal)
      throws IOException {
    return switch (storage) {
      case Settings.Sqlite sqlite -> SqliteJournal.open(data, sqlite.reserve(), fatal);
      case Settings.Postgresql postgresql -> PostgresJournal.open(postgresql, fatal);
    };
  }
}
