package io.souffleur.server.backup;

import io.souffleur.server.store.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables that a connection sees. For one thread. */
final class Tables {
  private static final String MIGRATIONS = "_migrations";

  /**
   * Not carried: what follows from the journal is made again, whoever was signed in signs in again,
   * for their session may have been ended since, and which program brought the tables up to date is
   * another question in each store.
   */
  private static final Set<String> LEFT = Set.of("snapshot", "session", "migrated_by");

  private final Connection connection;
  private final Dialect dialect;

  Tables(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  private @Nullable String schema() throws SQLException {
    return dialect == Dialect.POSTGRESQL ? connection.getSchema() : null;
  }

  private Set<String> all() throws SQLException {
    Set<String> names = new TreeSet<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet tables = data.getTables(null, schema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    names.removeIf(name -> name.startsWith("sqlite_"));
    return names;
  }

  /** The subjects whose tables are here, by the tables in which their migrations stand. */
  Set<String> subjects() throws SQLException {
    Set<String> subjects = new TreeSet<>();
    for (String name : all()) {
      if (name.endsWith(MIGRATIONS)) {
        subjects.add(name.substring(0, name.length() - MIGRATIONS.length()));
      }
    }
    subjects.removeAll(LEFT);
    return subjects;
  }

  /** The tables whose rows are carried, each after those it refers to. */
  List<String> carried() throws SQLException {
    Set<String> names = all();
    names.removeIf(name -> name.endsWith(MIGRATIONS) || LEFT.contains(name));
    Set<String> ordered = new LinkedHashSet<>();
    for (String name : names) {
      add(name, names, ordered, new HashSet<>());
    }
    return List.copyOf(ordered);
  }

  private void add(String name, Set<String> names, Set<String> ordered, Set<String> above)
      throws SQLException {
    if (!names.contains(name) || ordered.contains(name) || !above.add(name)) {
      return;
    }
    Set<String> needed = new TreeSet<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet keys = data.getImportedKeys(null, schema(), name)) {
      while (keys.next()) {
        needed.add(keys.getString("PKTABLE_NAME"));
      }
    }
    for (String other : needed) {
      add(other, names, ordered, above);
    }
    ordered.add(name);
  }

  /** The columns of a table, in their order, each with whether the database counts it up. */
  List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet rows = data.getColumns(null, schema(), table, "%")) {
      while (rows.next()) {
        columns.add(
            new Column(
                rows.getString("COLUMN_NAME"),
                rows.getInt("DATA_TYPE"),
                "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
      }
    }
    return columns;
  }

  /**
   * A column.
   *
   * @param type one of {@link java.sql.Types}
   * @param counted whether the database gives it its values
   */
  record Column(String name, int type, boolean counted) {}

  /** By which the rows of a table are read in an order that doesn't change. */
  String order(String table) throws SQLException {
    if (table.equals("journal")) {
      return dialect == Dialect.SQLITE ? "rowid" : "serial";
    }
    TreeMap<Short, String> key = new TreeMap<>();
    try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema(), table)) {
      while (rows.next()) {
        key.put(rows.getShort("KEY_SEQ"), quoted(rows.getString("COLUMN_NAME")));
      }
    }
    return key.isEmpty() ? "1" : String.join(", ", key.values());
  }

  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + quoted(table))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
