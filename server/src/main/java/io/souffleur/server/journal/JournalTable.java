package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How an entry is a row of the table {@code journal}, in SQLite as in PostgreSQL. */
final class JournalTable {

  static final String COLUMNS =
      "conversation, position, origin, event_key, revision, kind, handled, body, seen, channel";

  /** Begins a question whose rows {@link #entries} reads. */
  static final String SELECT = "select " + COLUMNS + " from journal";

  /** Adds a row that {@link #fill} fills. */
  static final String INSERT =
      "insert into journal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Writes a row anew. */
  private static final String UPDATE =
      "update journal set body = ?, seen = ?, rewritten = 1 where conversation = ? and position ="
          + " ?";

  private JournalTable() {}

  /** Writes rows anew; whether each of them was there. The transaction is the caller's. */
  static boolean rewrite(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Entry entry : entries) {
        update.setString(1, entry.body());
        update.setString(2, SeenColumn.write(entry));
        update.setString(3, entry.conversation().key());
        update.setLong(4, entry.position());
        if (update.executeUpdate() != 1) {
          return false;
        }
      }
      return true;
    }
  }

  static void fill(PreparedStatement insert, Entry entry) throws SQLException {
    insert.setString(1, entry.conversation().key());
    insert.setLong(2, entry.position());
    insert.setString(3, column(entry.origin()));
    insert.setString(4, entry.key());
    insert.setInt(5, entry.revision());
    insert.setString(6, entry.kind());
    insert.setString(7, entry.handled().toString());
    insert.setString(8, entry.body());
    insert.setString(9, SeenColumn.write(entry));
    insert.setString(10, entry.channel().value());
  }

  static List<Entry> entries(PreparedStatement query) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Entry entry =
            new Entry(
                new ConversationId(rows.getString(1)),
                rows.getLong(2),
                Origin.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                new ChannelName(rows.getString(10)),
                rows.getString(4),
                rows.getInt(5),
                rows.getString(6),
                Instant.parse(rows.getString(7)),
                rows.getString(8),
                List.of());
        String seen = rows.getString(9);
        entries.add(seen.isEmpty() ? entry : SeenColumn.filled(entry, entry.body(), seen));
      }
    }
    return entries;
  }

  static String column(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }
}
