package io.souffleur.server.people;

import io.souffleur.server.config.Settings;
import io.souffleur.server.testing.TestPostgres;
import java.sql.SQLException;

class PostgresPeopleTablesTest extends PeopleTables {
  @Override
  Settings.Storage storage() {
    try {
      return TestPostgres.database();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
