package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the table {@code journal}, in SQL that SQLite and PostgreSQL both understand.
 * Safe for use by any thread.
 */
final class Questions implements AutoCloseable {

  /** Conversations asked for in one statement, which has at most two parameters for each. */
  private static final int MOST_ASKED = 5_000;

  private final Readers readers;
  private final String kept;
  private final String join;

  /**
   * Questions to one journal.
   *
   * @param kept what puts rows into the order in which they were kept, and must not tempt the store
   *     to walk through all of them for the sake of that order
   * @param join how a few rows are joined with the many of the journal, by its index
   */
  Questions(Readers readers, String kept, String join) {
    this.readers = readers;
    this.kept = kept;
    this.join = join;
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

  List<Entry> from(Map<ConversationId, Long> positions) {
    List<Map.Entry<ConversationId, Long>> asked = List.copyOf(positions.entrySet());
    List<Entry> entries = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += MOST_ASKED) {
      entries.addAll(from(asked.subList(from, Math.min(asked.size(), from + MOST_ASKED))));
    }
    return entries;
  }

  private List<Entry> from(List<Map.Entry<ConversationId, Long>> asked) {
    String row = "(cast(? as text), cast(? as bigint))";
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "with asked (who, since) as (values "
                      + String.join(", ", Collections.nCopies(asked.size(), row))
                      + ") select "
                      + JournalTable.COLUMNS
                      + " from asked "
                      + join
                      + " journal on conversation = who and position >= since"
                      + " order by conversation, position")) {
            int place = 1;
            for (Map.Entry<ConversationId, Long> one : asked) {
              query.setString(place++, one.getKey().key());
              query.setLong(place++, one.getValue());
            }
            return JournalTable.entries(query);
          }
        });
  }

  List<Entry> ofKinds(Collection<ConversationId> conversations, Set<String> kinds) {
    List<ConversationId> asked = List.copyOf(conversations);
    List<String> wanted = List.copyOf(kinds);
    List<Entry> entries = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += MOST_ASKED) {
      entries.addAll(
          ofKinds(asked.subList(from, Math.min(asked.size(), from + MOST_ASKED)), wanted));
    }
    return entries;
  }

  private List<Entry> ofKinds(List<ConversationId> asked, List<String> kinds) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "with asked (who) as (values "
                      + String.join(", ", Collections.nCopies(asked.size(), "(cast(? as text))"))
                      + ") select "
                      + JournalTable.COLUMNS
                      + " from asked "
                      + join
                      + " journal on conversation = who and kind in ("
                      + String.join(", ", Collections.nCopies(kinds.size(), "?"))
                      + ") order by conversation, position")) {
            int place = 1;
            for (ConversationId one : asked) {
              query.setString(place++, one.key());
            }
            for (String kind : kinds) {
              query.setString(place++, kind);
            }
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

  /** Asks for what the server has noted since an instant, in the order in which it was kept. */
  static String noted(String kept) {
    return JournalTable.SELECT + " where origin = 'server' and handled >= ? order by " + kept;
  }

  List<Entry> noted(Instant since) {
    return readers.with(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(noted(kept))) {
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

  List<ConversationId> endedBefore(Instant instant, int most) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select conversation from journal where kind = 'conversation.ended'"
                      + " and handled < ? order by handled, conversation limit ?")) {
            query.setString(1, instant.toString());
            query.setInt(2, most);
            List<ConversationId> ended = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                ended.add(new ConversationId(rows.getString(1)));
              }
            }
            return ended;
          }
        });
  }

  List<ConversationId> wordedBefore(Instant instant, int most) {
    return readers.with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select conversation from journal as late where rewritten = 0 and kind in"
                      + " ('conversation.ended', 'survey.answered', 'hint.wrong', 'item.contested')"
                      + " and handled < ? and exists (select 1 from journal as over"
                      + " where over.conversation = late.conversation"
                      + " and over.kind = 'conversation.ended' and over.handled < ?)"
                      + " order by handled, conversation limit ?")) {
            query.setString(1, instant.toString());
            query.setString(2, instant.toString());
            query.setInt(3, most);
            Set<ConversationId> worded = new LinkedHashSet<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                worded.add(new ConversationId(rows.getString(1)));
              }
            }
            return List.copyOf(worded);
          }
        });
  }

  @Override
  public void close() throws SQLException {
    readers.close();
  }
}
