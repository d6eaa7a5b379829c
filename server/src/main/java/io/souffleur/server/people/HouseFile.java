package io.souffleur.server.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file {@code house.db}, which holds what the house knows of its people. */
public final class HouseFile {
  private HouseFile() {}

  /**
   * Opens the file in {@code folder}, and makes its tables where they are missing.
   *
   * @throws IOException when it can't be used
   */
  public static Jdbi open(Path folder) throws IOException {
    Files.createDirectories(folder);
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("house.db"));
    Jdbi jdbi = Jdbi.create(source);
    try (InputStream script =
        Objects.requireNonNull(HouseFile.class.getResourceAsStream("V1__people.sql"))) {
      String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      jdbi.useTransaction(
          handle -> {
            boolean there =
                handle
                    .createQuery("select 1 from sqlite_master where name = 'account'")
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!there) {
              handle.createScript(sql).execute();
            }
          });
    }
    return jdbi;
  }
}
