package io.souffleur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.config.Settings;
import io.souffleur.server.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTest {
  private static final String SUBJECT = "storetest";

  @TempDir private Path folder;

  static Stream<Named<Settings.Storage>> stores() throws SQLException {
    return Stream.of(
        Named.of("SQLite", Settings.Sqlite.STANDARD),
        Named.of("PostgreSQL", TestPostgres.database()));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void what_was_committed_is_there_when_it_is_opened_again(Settings.Storage storage)
      throws Exception {
    try (Database database = Database.open(storage, folder)) {
      database.migrate(SUBJECT);
      database
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute("insert into thing values (?, ?)", "cafetière", 7);
                handle.execute("insert into own values (?)", new byte[] {0, -1});
              });
    }
    try (Database database = Database.open(storage, folder)) {
      database.migrate(SUBJECT);
      assertThat(sizeOf(database, "cafetière")).isEqualTo(7);
    }
  }

  private static int sizeOf(Database database, String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select size from thing where name = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .one());
  }

  @ParameterizedTest
  @MethodSource("stores")
  void two_subjects_live_beside_each_other(Settings.Storage storage) throws Exception {
    try (Database database = Database.open(storage, folder)) {
      database.jdbi().useHandle(handle -> handle.execute("create table another (name text)"));
      database.migrate(SUBJECT);
      database.jdbi().useHandle(handle -> handle.execute("insert into thing values ('a', 1)"));
      assertThat(sizeOf(database, "a")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void tables_of_a_newer_program_are_refused(Settings.Storage storage) throws Exception {
    try (Database database = Database.open(storage, folder)) {
      database.migrate(SUBJECT);
      try (Connection connection = database.source().getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "update storetest_migrations set version = '99', script = 'V99__newer.sql'"
                + " where version = '2'");
      }
      assertThatThrownBy(() -> database.migrate(SUBJECT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("written by a newer Souffleur");
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void tables_that_are_not_what_was_migrated_are_refused(Settings.Storage storage)
      throws Exception {
    try (Database database = Database.open(storage, folder)) {
      database.migrate(SUBJECT);
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update storetest_migrations set checksum = 1 where version = '1'"));
      assertThatThrownBy(() -> database.migrate(SUBJECT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the tables of storetest can't be brought up to date");
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void only_another_program_than_the_one_that_migrated_looks_at_the_scripts_again(
      Settings.Storage storage) throws Exception {
    try (Database database = Database.open(storage, folder)) {
      database.migrate("one", List.of(SUBJECT));
      database
          .jdbi()
          .useHandle(handle -> handle.execute("update storetest_migrations set checksum = 1"));
      database.migrate("one", List.of(SUBJECT));
      assertThatThrownBy(() -> database.migrate("another", List.of(SUBJECT)))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> database.migrate("one", List.of(SUBJECT, "missing")))
          .as("a subject that is new to the program")
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_database_that_is_not_there_is_told_with_its_address() {
    Settings.Storage nowhere =
        new Settings.Postgresql("jdbc:postgresql://127.0.0.1:1/none", "nobody", "nothing");
    assertThatThrownBy(() -> Database.open(nowhere, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none can't be used")
        .hasMessageNotContaining("nothing");
  }
}
