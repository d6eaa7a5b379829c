package io.souffleur.server.store;

import io.souffleur.server.config.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How connections to PostgreSQL are opened: each is told to wait for the disk at every commit, and
 * refused when the server does not.
 */
public final class Postgres {
  private static final int CONNECT_SECONDS = 5;
  private static final int OLDEST_MAJOR = 13;

  private Postgres() {}

  /** What opens connections of a house, none of them yet. */
  public static PGSimpleDataSource source(Settings.Postgresql storage) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(storage.url());
    source.setUser(storage.user());
    source.setPassword(storage.password());
    source.setApplicationName("souffleur");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setReWriteBatchedInserts(true);
    // Details quote rows, and errors are logged.
    source.setLogServerErrorDetail(false);
    source.setOptions(
        "-c synchronous_commit=on"
            // So that the server notices soon when the other machine is gone.
            + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3");
    return source;
  }

  /**
   * Asks the server whether a commit on this connection would survive its death.
   *
   * @throws UnsafeStorageException when it would not
   */
  public static void check(Connection connection) throws SQLException, UnsafeStorageException {
    try (Statement statement = connection.createStatement()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_MAJOR) {
        throw new UnsafeStorageException(
            "PostgreSQL " + major + " is too old: use " + OLDEST_MAJOR + " or newer");
      }
      must(statement, "fsync", "on", "a crash of the machine would lose what was kept");
      must(statement, "full_page_writes", "on", "a crash of the machine could tear its pages");
      String commit = setting(statement, "synchronous_commit");
      if (!commit.equals("on") && !commit.equals("remote_apply")) {
        throw unsafe("synchronous_commit", commit, "on", "it would say kept before it is");
      }
      must(statement, "server_encoding", "UTF8", "it can't hold every message");
    }
  }

  private static void must(Statement statement, String name, String wanted, String why)
      throws SQLException, UnsafeStorageException {
    String found = setting(statement, name);
    if (!found.equals(wanted)) {
      throw unsafe(name, found, wanted, why);
    }
  }

  private static UnsafeStorageException unsafe(
      String name, String found, String wanted, String why) {
    String remedy =
        name.equals("server_encoding")
            ? "create the database with encoding 'UTF8'"
            : "set " + name + " = " + wanted + " in postgresql.conf and start it again";
    return new UnsafeStorageException(
        "PostgreSQL runs with " + name + " = " + found + ", so " + why + ": " + remedy);
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
