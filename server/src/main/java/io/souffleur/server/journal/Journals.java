package io.souffleur.server.journal;

import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** Opens journals. */
public final class Journals {

  private Journals() {}

  /**
   * Opens the journal of a house, creating it where it is missing.
   *
   * @param data the data folder
   * @throws IOException when it can't be used, with the reason for a person
   */
  public static Journal open(Settings.Storage storage, Path data, FatalHandler fatal)
      throws IOException {
    return switch (storage) {
      case Settings.Sqlite sqlite -> SqliteJournal.open(data, fatal);
      case Settings.Postgresql postgresql -> PostgresJournal.open(postgresql, fatal);
    };
  }
}
