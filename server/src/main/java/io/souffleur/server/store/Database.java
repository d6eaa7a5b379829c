package io.souffleur.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of a house beside its journal: the file {@code house.db} in the data folder, or a
 * PostgreSQL database. With SQLite the journal has a file of its own, so that nothing here ever
 * delays an acknowledgement. Safe for use by any thread.
 */
public final class Database implements AutoCloseable {
  private static final String FILE = "house.db";
  private static final int SQLITE_CONNECTIONS = 4;
  private static final int POSTGRESQL_CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Dialect dialect;
  private final HikariDataSource source;
  private final Jdbi jdbi;

  private Database(Dialect dialect, HikariDataSource source) {
    this.dialect = dialect;
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Opens the database of a house, creating the file where it is missing.
   *
   * @param data the data folder
   * @throws UnsafeStorageException when it would lose what it says it has kept
   * @throws IOException when it can't be used, with the reason for a person
   */
  public static Database open(Settings.Storage storage, Path data) throws IOException {
    return switch (storage) {
      case Settings.Sqlite sqlite -> sqlite(data);
      case Settings.Postgresql postgresql -> postgresql(postgresql);
    };
  }

  /** The file, where it is one. */
  public static Path file(Path data) {
    return data.resolve(FILE);
  }

  private static Database sqlite(Path folder) throws IOException {
    Sqlite.prepare(folder);
    Path file = file(folder);
    HikariConfig config = config(Sqlite.source(file), SQLITE_CONNECTIONS);
    config.setConnectionInitSql("pragma trusted_schema = off");
    return checked(Dialect.SQLITE, config, file.toString(), Sqlite::check);
  }

  private static Database postgresql(Settings.Postgresql storage) throws IOException {
    HikariConfig config = config(Postgres.source(storage), POSTGRESQL_CONNECTIONS);
    return checked(Dialect.POSTGRESQL, config, storage.url(), Postgres::check);
  }

  private static HikariConfig config(DataSource source, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("house");
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return config;
  }

  /** Says whether a connection keeps what is committed on it. */
  @FunctionalInterface
  private interface Check {
    void check(Connection connection) throws SQLException, UnsafeStorageException;
  }

  private static Database checked(Dialect dialect, HikariConfig config, String place, Check check)
      throws IOException {
    HikariDataSource source;
    try {
      source = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new IOException(place + " can't be used: " + e.getMessage(), e);
    }
    try (Connection connection = source.getConnection()) {
      check.check(connection);
      return new Database(dialect, source);
    } catch (SQLException e) {
      source.close();
      throw new IOException(place + " can't be used: " + e.getMessage(), e);
    } catch (UnsafeStorageException e) {
      source.close();
      throw e;
    }
  }

  /**
   * Brings the tables of a subject up to date: the scripts {@code V1__….sql} and so on of {@code
   * io/souffleur/server/SUBJECT/}, and those in {@code sqlite/} or {@code postgresql/} beside them.
   * Which ones have run stands in the table {@code SUBJECT_migrations}.
   *
   * @param subject the package whose tables they are
   * @throws IOException when they can't be brought up to date, also when a newer program has
   *     written them
   */
  public void migrate(String subject) throws IOException {
    Migrations.run(source, dialect, subject);
  }

  /**
   * The same for several subjects; nothing is looked at when this very program has done it before,
   * so that an ordinary start need not find and compare scripts.
   *
   * @param program tells this program from every other, such as a digest of it
   */
  public void migrate(String program, List<String> subjects) throws IOException {
    if (migratedBy(program).containsAll(subjects)) {
      return;
    }
    for (String subject : subjects) {
      migrate(subject);
    }
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from migrated_by");
          for (String subject : subjects) {
            handle.execute(
                "insert into migrated_by (subject, program) values (?, ?)", subject, program);
          }
        });
  }

  private Set<String> migratedBy(String program) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(
              "create table if not exists migrated_by"
                  + " (subject text primary key, program text not null)");
          return handle
              .createQuery("select subject from migrated_by where program = ?")
              .bind(0, program)
              .mapTo(String.class)
              .set();
        });
  }

  /** Where connections come from; each must be closed soon. */
  public DataSource source() {
    return source;
  }

  /** The same, for readable SQL. */
  public Jdbi jdbi() {
    return jdbi;
  }

  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    source.close();
  }
}
