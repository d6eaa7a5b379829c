package io.souffleur.server.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The erasures in a file of keys. For who holds that file's lock. */
final class ErasureTable {

  static final String TABLE =
      """
      create table if not exists erasure (
        id           text not null,
        at           text not null,
        who          text not null,
        conversation text not null,
        primary key (conversation, id)
      ) without rowid;
      """;

  private final Connection connection;

  ErasureTable(Connection connection) {
    this.connection = connection;
  }

  void note(Erasure erasure) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into erasure (id, at, who, conversation) values (?, ?, ?, ?)")) {
      for (String conversation : erasure.conversations()) {
        insert.setString(1, erasure.id());
        insert.setString(2, erasure.at().toString());
        insert.setString(3, erasure.by());
        insert.setString(4, conversation);
        insert.executeUpdate();
      }
    }
  }

  /** All there ever were, oldest first. */
  List<Erasure> all() throws SQLException {
    Map<String, Erasure> erasures = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id, at, who, conversation from erasure order by id, conversation")) {
      while (rows.next()) {
        Erasure one =
            new Erasure(
                rows.getString(1),
                Instant.parse(rows.getString(2)),
                rows.getString(3),
                List.of(rows.getString(4)));
        erasures.merge(one.id(), one, ErasureTable::together);
      }
    }
    return erasures.values().stream()
        .sorted(Comparator.comparing(Erasure::at).thenComparing(Erasure::id))
        .toList();
  }

  private static Erasure together(Erasure before, Erasure more) {
    List<String> all = new ArrayList<>(before.conversations());
    all.addAll(more.conversations());
    return new Erasure(before.id(), before.at(), before.by(), all);
  }
}
