package io.souffleur.server.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Copies the keys of conversations, so that a house has them elsewhere, too. */
public final class KeyCopy {

  private KeyCopy() {}

  /**
   * Copies the keys in {@code data}, wrapped as they are; a server may run on them.
   *
   * @param target a file that isn't there yet
   * @throws IOException when it can't be done
   */
  public static void write(Path data, Path target) throws IOException {
    if (Files.exists(target) || !KeyFile.isIn(data)) {
      throw new IOException(
          KeyFile.isIn(data)
              ? target + " is there already"
              : data.resolve(KeyFile.FILE) + " isn't there");
    }
    KeyFile.ownersAlone(Files.createFile(target));
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(KeyFile.BUSY_MILLIS);
    try (Connection connection =
            config.createConnection("jdbc:sqlite:" + data.resolve(KeyFile.FILE));
        PreparedStatement into = connection.prepareStatement("vacuum into ?")) {
      into.setString(1, target.toString());
      into.execute();
    } catch (SQLException e) {
      Files.deleteIfExists(target);
      throw new IOException("the keys can't be copied: " + e.getMessage(), e);
    }
  }
}
