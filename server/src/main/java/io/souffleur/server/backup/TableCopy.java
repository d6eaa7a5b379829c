package io.souffleur.server.backup;

import io.souffleur.server.store.Dialect;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies rows from one store into another of the same tables. It looks at no value: what is bytes
 * stays the same bytes. The transactions, and their ends, are the caller's. For one thread.
 */
final class TableCopy {
  private static final int ROWS_AT_ONCE = 500;

  /** Order of keeping in PostgreSQL, which SQLite has without a column. */
  private static final String SERIAL = "serial";

  private final Tables from;
  private final Tables to;

  TableCopy(Tables from, Tables to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies the rows of these tables.
   *
   * @throws IOException when a table isn't the same in both
   */
  Map<String, Long> copy(List<String> tables) throws SQLException, IOException {
    Map<String, Long> copied = new TreeMap<>();
    for (String table : tables) {
      copied.put(table, copy(table));
    }
    return copied;
  }

  private long copy(String table) throws SQLException, IOException {
    List<Tables.Column> columns = to.columns(table).stream().filter(TableCopy::carried).toList();
    Set<String> there = names(from.columns(table).stream().filter(TableCopy::carried).toList());
    if (!names(columns).equals(there)) {
      throw new IOException(
          "the table "
              + table
              + " has the columns "
              + there
              + " and should have "
              + names(columns)
              + ": use the Souffleur that wrote it");
    }
    long rows = 0;
    try (Statement query = from.connection().createStatement();
        PreparedStatement insert = to.connection().prepareStatement(insert(table, columns))) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = query.executeQuery(select(table, columns))) {
        while (row.next()) {
          for (int i = 0; i < columns.size(); i++) {
            set(insert, i + 1, columns.get(i), row.getObject(i + 1));
          }
          insert.addBatch();
          rows++;
          if (rows % ROWS_AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
    countOn(table, columns);
    return rows;
  }

  private static boolean carried(Tables.Column column) {
    return !column.name().equals(SERIAL);
  }

  private static Set<String> names(List<Tables.Column> columns) {
    return columns.stream().map(Tables.Column::name).collect(Collectors.toSet());
  }

  private static String list(List<Tables.Column> columns) {
    return columns.stream()
        .map(column -> Tables.quoted(column.name()))
        .collect(Collectors.joining(", "));
  }

  private String select(String table, List<Tables.Column> columns) throws SQLException {
    return "select "
        + list(columns)
        + " from "
        + Tables.quoted(table)
        + " order by "
        + from.order(table);
  }

  private String insert(String table, List<Tables.Column> columns) {
    return "insert into "
        + Tables.quoted(table)
        + " ("
        + list(columns)
        + ") "
        + (to.dialect() == Dialect.POSTGRESQL ? "overriding system value " : "")
        + "values ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  private void set(
      PreparedStatement insert, int place, Tables.Column column, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      insert.setNull(place, column.type());
    } else if (to.dialect() == Dialect.SQLITE) {
      insert.setObject(place, value instanceof Boolean truth ? (truth ? 1 : 0) : value);
    } else if (value instanceof Number number && column.type() == Types.BIT) {
      insert.setBoolean(place, number.longValue() != 0);
    } else {
      insert.setObject(place, value, column.type());
    }
  }

  /** Lets the database count on from the highest number that was brought. */
  private void countOn(String table, List<Tables.Column> columns) throws SQLException {
    if (to.dialect() != Dialect.POSTGRESQL) {
      return;
    }
    for (Tables.Column column : columns) {
      if (column.counted()) {
        String name = Tables.quoted(column.name());
        try (PreparedStatement count =
            to.connection()
                .prepareStatement(
                    "select setval(pg_get_serial_sequence(?, ?), max("
                        + name
                        + ")) from "
                        + Tables.quoted(table)
                        + " having count(*) > 0")) {
          count.setString(1, Tables.quoted(table));
          count.setString(2, column.name());
          count.execute();
        }
      }
    }
  }
}
