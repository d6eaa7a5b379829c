package io.souffleur.server.people;

import io.souffleur.server.config.Settings;
import io.souffleur.server.testing.House;
import io.souffleur.server.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/** The same people, kept in PostgreSQL. */
class PostgresPeopleTest extends PeopleTest {
  private final Settings.Postgresql database = database();

  private static Settings.Postgresql database() {
    try {
      return TestPostgres.database();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  House open(Path folder, Clock time) throws Exception {
    return House.open(
        folder,
        time,
        database,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }
}
