package io.souffleur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.config.Settings;
import io.souffleur.server.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that would lose what they say they have kept are refused, with what to do. */
class UnsafeStorageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "fuse.s3fs", "9p", "ceph"})
  void a_network_share_is_refused(String type) {
    assertThatThrownBy(() -> LocalDisk.check(folder, type))
        .isInstanceOf(UnsafeStorageException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(type)
        .hasMessageContaining("set data to a folder on a disk of this machine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", "NTFS", "f2fs"})
  void a_disk_of_this_machine_is_taken(String type) {
    assertThatCode(() -> LocalDisk.check(folder, type)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"3.46.1", "3.51.2", "3.50.7", "2.8.17"})
  void a_sqlite_that_can_damage_its_files_is_refused(String version) {
    assertThatThrownBy(() -> Sqlite.checkVersion(version))
        .isInstanceOf(UnsafeStorageException.class)
        .hasMessageContaining(version)
        .hasMessageContaining("3.51.3 or newer");
  }

  @ParameterizedTest
  @CsvSource({"3.51.3", "3.52", "3.54.1", "4.0.0", "3.100.0"})
  void a_newer_sqlite_is_taken(String version) {
    assertThatCode(() -> Sqlite.checkVersion(version)).doesNotThrowAnyException();
  }

  @Test
  void a_commit_that_does_not_wait_for_the_disk_is_refused() throws Exception {
    try (Connection connection = Sqlite.writer(folder.resolve("a.db"));
        Statement statement = connection.createStatement()) {
      assertThatCode(() -> Sqlite.check(connection)).doesNotThrowAnyException();
      statement.execute("pragma synchronous = normal");
      assertThatThrownBy(() -> Sqlite.check(connection))
          .isInstanceOf(UnsafeStorageException.class)
          .hasMessageContaining("doesn't sync the disk at every commit");
      statement.execute("pragma synchronous = full");
      statement.execute("pragma journal_mode = delete");
      assertThatThrownBy(() -> Sqlite.check(connection))
          .isInstanceOf(UnsafeStorageException.class)
          .hasMessageContaining("journal_mode delete");
    }
  }

  @Test
  void a_postgresql_that_does_not_sync_its_disk_is_refused() throws Exception {
    try (EmbeddedPostgres careless = EmbeddedPostgres.builder().start()) {
      Settings.Storage storage =
          new Settings.Postgresql(
              "jdbc:postgresql://localhost:" + careless.getPort() + "/postgres",
              "postgres",
              "none");
      assertThatThrownBy(() -> Database.open(storage, folder))
          .isInstanceOf(UnsafeStorageException.class)
          .hasMessageContaining("PostgreSQL runs with fsync = off")
          .hasMessageContaining("set fsync = on in postgresql.conf");
    }
  }

  @Test
  void a_postgresql_whose_pages_can_be_torn_is_refused() throws Exception {
    Settings.Postgresql storage = TestPostgres.database();
    TestPostgres.administer("alter system set full_page_writes = off");
    TestPostgres.reload("full_page_writes", "off");
    try {
      assertThatThrownBy(() -> Database.open(storage, folder))
          .isInstanceOf(UnsafeStorageException.class)
          .hasMessageContaining("PostgreSQL runs with full_page_writes = off")
          .hasMessageContaining("set full_page_writes = on in postgresql.conf");
    } finally {
      TestPostgres.administer("alter system reset full_page_writes");
      TestPostgres.reload("full_page_writes", "on");
    }
    Database.open(storage, folder).close();
  }

  @Test
  void every_connection_waits_for_the_disk_whatever_the_server_is_told() throws Exception {
    assertThat(TestPostgres.asked("show synchronous_commit")).isEqualTo("off");
    try (Database database = Database.open(TestPostgres.database(), folder)) {
      String found =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("show synchronous_commit").mapTo(String.class).one());
      assertThat(found).isEqualTo("on");
    }
  }

  @Test
  void a_connection_that_would_say_kept_too_early_is_refused() throws Exception {
    try (Connection connection = Postgres.source(TestPostgres.database()).getConnection();
        Statement statement = connection.createStatement()) {
      assertThatCode(() -> Postgres.check(connection)).doesNotThrowAnyException();
      statement.execute("set synchronous_commit = local");
      assertThatThrownBy(() -> Postgres.check(connection))
          .isInstanceOf(UnsafeStorageException.class)
          .hasMessageContaining("synchronous_commit = local");
    }
  }

  @Test
  void a_database_that_cannot_hold_every_message_is_refused() throws Exception {
    Settings.Postgresql storage =
        TestPostgres.database("encoding 'LATIN1' template template0 locale 'C'");
    assertThatThrownBy(() -> Database.open(storage, folder))
        .isInstanceOf(UnsafeStorageException.class)
        .hasMessageContaining("server_encoding = LATIN1")
        .hasMessageContaining("create the database with encoding 'UTF8'");
  }
}
