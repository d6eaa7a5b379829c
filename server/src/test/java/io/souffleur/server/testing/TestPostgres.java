package io.souffleur.server.testing;

import io.souffleur.server.config.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, started when a test first asks for it and stopped with the tests. Each asker
 * gets a database of its own.
 */
public final class TestPostgres {
  private static final String USER = "postgres";
  private static final int MOST_QUESTIONS = 2_000;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        // Without this one, it is started so that a crash would damage it.
        EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database. */
  public static Settings.Postgresql database() throws SQLException {
    return database("");
  }

  /** An empty database, created with {@code options}. */
  public static Settings.Postgresql database(String options) throws SQLException {
    String name = "souffleur_" + DATABASES.incrementAndGet();
    administer("create database " + name + " " + options);
    return new Settings.Postgresql(
        Shared.SERVER.getJdbcUrl(USER, name).replaceAll("\\?.*", ""), USER, "none");
  }

  /** Makes the server read its settings again, until new connections find {@code value}. */
  public static void reload(String setting, String value) throws SQLException {
    administer("select pg_reload_conf()");
    for (int ask = 0; ask < MOST_QUESTIONS; ask++) {
      if (asked("show " + setting).equals(value)) {
        return;
      }
    }
    throw new AssertionError(setting + " did not become " + value);
  }

  /** Ends every connection to a database, as when the network fails. */
  public static void cut(Settings.Postgresql database) throws SQLException {
    administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + database.url().replaceAll(".*/", "")
            + "'");
  }

  /** The answer to a question to the server as a whole. */
  public static String asked(String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Shared.SERVER.getJdbcUrl(USER, "postgres"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  /** Does something with the server as a whole. */
  public static void administer(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Shared.SERVER.getJdbcUrl(USER, "postgres"));
        Statement administration = connection.createStatement()) {
      administration.execute(statement);
    }
  }
}
