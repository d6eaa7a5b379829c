package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the table {@code journal}, in SQL that SQLite and PostgreSQL both understand.
 * Safe for use by any thread.
 */
final class Questions implements AutoCloseable {

  private final Readers readers;
  private final String kept;

  /**
   * Questions to one journal.
   *
   * @param kept the column by which rows are in the order in which they were kept
   */
  Questions(Readers readers, String kept) {
    this.readers = readers;
    this.kept = kept;
  }

  List<Entry> read(ConversationId conversation) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  JournalTable.SELECT + " where conversation = ? order by position")) {
            query.setString(1, conversation.key());
            return JournalTable.entries(query);
          }
        });
  }

  List<Entry> find(ConversationId conversation, Origin origin, String key) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  JournalTable.SELECT
                      + " where conversation = ? and origin = ? and event_key = ?"
                      + " order by revision")) {
            query.setString(1, conversation.key());
            query.setString(2, JournalTable.column(origin));
            query.setString(3, key);
            return JournalTable.entries(query);
          }
        });
  }

  List<Entry> noted(Instant since) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  JournalTable.SELECT
                      + " where origin = 'server' and handled >= ? order by "
                      + kept)) {
            query.setString(1, since.toString());
            return JournalTable.entries(query);
          }
        });
  }

  List<ConversationId> live() {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "select conversation from journal as begun"
                          + " where kind = 'conversation.started' and not exists"
                          + " (select 1 from journal as over"
                          + " where over.conversation = begun.conversation"
                          + " and over.kind = 'conversation.ended')");
              ResultSet rows = query.executeQuery()) {
            List<ConversationId> live = new ArrayList<>();
            while (rows.next()) {
              live.add(new ConversationId(rows.getString(1)));
            }
            return live;
          }
        });
  }

  @Override
  public void close() throws SQLException {
    readers.close();
  }
}
