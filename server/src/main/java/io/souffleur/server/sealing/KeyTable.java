package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * Which key a conversation is sealed with, in a file of keys. For who holds that file's lock.
 *
 * <p>Wrapped keys lie in a table of their own, to which rows of one size are added at the end and
 * from which none is ever taken: SQLite then never moves one to another page, so that no copy is
 * left behind, and writing zeros over a key destroys it where it lies. What is written stays in the
 * write-ahead log until that is emptied.
 */
final class KeyTable {

  static final String TABLES =
      """
      create table if not exists key_slot (
        slot    integer primary key,
        wrapped blob    not null
      );
      create table if not exists conversation_key (
        conversation text primary key,
        slot         integer,
        next         integer,
        customer     blob
      ) without rowid;
      create index if not exists conversation_key_customer on conversation_key (customer)
        where customer is not null;
      create index if not exists conversation_key_next on conversation_key (conversation)
        where next is not null;
      """;

  /** From when each key lay beside its conversation, and moved as others came and went. */
  private static final List<String> FROM_ONE_TABLE =
      List.of(
          "insert into key_slot (slot, wrapped)"
              + " select row_number() over (order by conversation), wrapped from data_key",
          "insert into conversation_key (conversation, slot, customer)"
              + " select conversation, row_number() over (order by conversation), customer"
              + " from data_key",
          "drop table data_key");

  /** Conversations asked for in one statement. */
  private static final int MOST_ASKED = 5_000;

  private final MasterKey master;
  private final Connection connection;

  KeyTable(MasterKey master, Connection connection) {
    this.master = master;
    this.connection = connection;
  }

  /** Brings over what an earlier version wrote; whether there was any. In one transaction. */
  boolean bringOver() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select 1 from sqlite_master where name = 'data_key'")) {
        if (!rows.next()) {
          return false;
        }
      }
      statement.execute("begin immediate");
      for (String step : FROM_ONE_TABLE) {
        statement.executeUpdate(step);
      }
      statement.execute("commit");
      return true;
    }
  }

  void keep(KeyFile.Fresh fresh) throws SQLException {
    overwrite("slot", fresh.conversation());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into conversation_key (conversation, slot, customer) values (?, ?, ?)"
                + " on conflict (conversation) do update"
                + " set slot = excluded.slot, customer = excluded.customer")) {
      insert.setString(1, fresh.conversation().key());
      insert.setLong(2, added(fresh.conversation(), fresh.key()));
      insert.setBytes(3, fresh.customer());
      insert.executeUpdate();
    }
  }

  /** Adds the key that will be that of a conversation once its entries are sealed with it. */
  void prepare(KeyFile.Fresh fresh) throws SQLException {
    overwrite("next", fresh.conversation());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into conversation_key (conversation, next, customer) values (?, ?, ?)"
                + " on conflict (conversation) do update set next = excluded.next")) {
      insert.setString(1, fresh.conversation().key());
      insert.setLong(2, added(fresh.conversation(), fresh.key()));
      insert.setBytes(3, fresh.customer());
      insert.executeUpdate();
    }
  }

  private long added(ConversationId conversation, DataKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into key_slot (wrapped) values (?) returning slot")) {
      insert.setBytes(1, master.wrap(key.bytes(), conversation.key()));
      try (ResultSet rows = insert.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private void overwrite(String which, ConversationId conversation) throws SQLException {
    update(
        "update key_slot set wrapped = zeroblob(length(wrapped)) where slot = (select "
            + which
            + " from conversation_key where conversation = ?)",
        conversation);
  }

  private void update(String order, ConversationId conversation) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(order)) {
      update.setString(1, conversation.key());
      update.executeUpdate();
    }
  }

  /** Puts the key that was prepared in the place of the one before; keeps that if none was. */
  void renew(ConversationId conversation) throws SQLException {
    overwrite("case when next is not null then slot end", conversation);
    update(
        "update conversation_key set slot = next, next = null"
            + " where conversation = ? and next is not null",
        conversation);
  }

  /** Takes back what was prepared. */
  void abandon(ConversationId conversation) throws SQLException {
    overwrite("next", conversation);
    update("update conversation_key set next = null where conversation = ?", conversation);
    update("delete from conversation_key where conversation = ? and slot is null", conversation);
  }

  void delete(ConversationId conversation) throws SQLException {
    overwrite("slot", conversation);
    overwrite("next", conversation);
    update("delete from conversation_key where conversation = ?", conversation);
  }

  /** The keys that were prepared and not yet put in their places. */
  Map<ConversationId, DataKey> prepared() throws SQLException, AEADBadTagException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select conversation, wrapped from conversation_key join key_slot on"
                + " key_slot.slot = next where next is not null")) {
      return keys(query);
    }
  }

  /** The keys of conversations, of those that have one; a few statements for thousands of them. */
  Map<ConversationId, DataKey> find(List<ConversationId> asked)
      throws SQLException, AEADBadTagException {
    Map<ConversationId, DataKey> found = new HashMap<>();
    for (int from = 0; from < asked.size(); from += MOST_ASKED) {
      List<ConversationId> some = asked.subList(from, Math.min(asked.size(), from + MOST_ASKED));
      try (PreparedStatement query =
          connection.prepareStatement(
              "select conversation, wrapped from conversation_key join key_slot using (slot)"
                  + " where conversation in ("
                  + String.join(", ", Collections.nCopies(some.size(), "?"))
                  + ")")) {
        for (int i = 0; i < some.size(); i++) {
          query.setString(i + 1, some.get(i).key());
        }
        found.putAll(keys(query));
      }
    }
    return found;
  }

  private Map<ConversationId, DataKey> keys(PreparedStatement query)
      throws SQLException, AEADBadTagException {
    Map<ConversationId, DataKey> keys = new HashMap<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String conversation = rows.getString(1);
        keys.put(
            new ConversationId(conversation),
            new DataKey(master.unwrap(rows.getBytes(2), conversation)));
      }
    }
    return keys;
  }

  boolean isEmpty() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1 from conversation_key limit 1")) {
      return !rows.next();
    }
  }

  List<ConversationId> ofCustomer(byte @Nullable [] customer) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select conversation from conversation_key where customer = ? order by conversation")) {
      query.setBytes(1, customer);
      try (ResultSet rows = query.executeQuery()) {
        List<ConversationId> conversations = new ArrayList<>();
        while (rows.next()) {
          conversations.add(new ConversationId(rows.getString(1)));
        }
        return conversations;
      }
    }
  }
}
