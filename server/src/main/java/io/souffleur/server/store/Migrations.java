package io.souffleur.server.store;

import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings tables up to date. */
public final class Migrations {
  private static final String ROOT = "io/souffleur/server/";

  private Migrations() {}

  /**
   * Runs what has not run yet of the scripts that every dialect understands, and of those for this
   * one.
   *
   * @throws IOException when it can't be done, with the reason for a person
   */
  public static void run(DataSource source, Dialect dialect, String subject) throws IOException {
    run(source, subject, List.of(subject + "/V*.sql", subject + "/" + dialect.folder()));
  }

  /**
   * Runs what has not run yet, for the tables of one subject; see {@link Database#migrate}.
   *
   * @param places of scripts below the package of the server: folders, or patterns of files
   * @throws IOException when it can't be done, with the reason for a person
   */
  public static void run(DataSource source, String subject, List<String> places)
      throws IOException {
    try {
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(source)
              .locations(
                  places.stream().map(place -> "classpath:" + ROOT + place).toArray(String[]::new))
              .table(subject + "_migrations")
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .baselineDescription("before " + subject)
              .ignoreMigrationPatterns("*:future")
              .failOnMissingLocations(false)
              .load();
      for (MigrationInfo migration : flyway.info().all()) {
        if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
          throw new IOException(
              "the tables of "
                  + subject
                  + " were written by a newer Souffleur: use that one, or another database");
        }
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new IOException(
          "the tables of " + subject + " can't be brought up to date: " + e.getMessage(), e);
    }
  }
}
