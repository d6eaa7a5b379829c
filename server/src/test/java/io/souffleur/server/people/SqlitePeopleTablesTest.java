package io.souffleur.server.people;

import io.souffleur.server.config.Settings;

class SqlitePeopleTablesTest extends PeopleTables {
  @Override
  Settings.Storage storage() {
    return Settings.Sqlite.WITHOUT_RESERVE;
  }
}
