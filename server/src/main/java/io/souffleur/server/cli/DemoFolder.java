package io.souffleur.server.cli;

import io.souffleur.server.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells a demo's folder from a house's. A demo makes an admin whose password everybody sees, so
 * neither may be taken for the other.
 */
final class DemoFolder {
  private static final String MARK = "this-is-a-demo";

  /** What is there once a server has run in a folder. */
  private static final List<String> KEPT = List.of("journal.db", "house.db", "keys.db");

  private DemoFolder() {}

  /**
   * Makes a folder a demo's.
   *
   * @throws UnusableException when it is a house's
   */
  static void claim(Path folder) throws UnusableException {
    if (!isOne(folder) && KEPT.stream().map(folder::resolve).anyMatch(Files::exists)) {
      throw new UnusableException(
          folder
              + " is not a demo's: its accounts would stand beside those of a house; choose an"
              + " empty folder for --data");
    }
    try {
      DataFolder.create(folder);
      if (!isOne(folder)) {
        Files.createFile(folder.resolve(MARK));
      }
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }

  /**
   * Looks whether a house may use a folder.
   *
   * @throws UnusableException when it is a demo's
   */
  static void refuse(Path folder) throws UnusableException {
    if (isOne(folder)) {
      throw new UnusableException(
          folder
              + " is a demo's: its accounts are for trying, and their passwords were shown; choose"
              + " another data folder");
    }
  }

  private static boolean isOne(Path folder) {
    return Files.exists(folder.resolve(MARK));
  }
}
