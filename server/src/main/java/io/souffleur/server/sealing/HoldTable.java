package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.AEADBadTagException;

/** The holds in a file of keys; what is held is wrapped there. For who holds that file's lock. */
final class HoldTable {

  static final String TABLE =
      """
      create table if not exists hold (
        id           text primary key,
        at           text not null,
        who          text not null,
        customer     blob,
        conversation text,
        wrapped      blob not null
      ) without rowid;
      """;

  private static final String CUSTOMER = "customer ";
  private static final String CONVERSATION = "conversation ";

  private final MasterKey master;
  private final Connection connection;

  HoldTable(MasterKey master, Connection connection) {
    this.master = master;
    this.connection = connection;
  }

  void add(Hold hold) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into hold (id, at, who, customer, conversation, wrapped)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, hold.id());
      insert.setString(2, hold.at().toString());
      insert.setString(3, hold.by());
      String written =
          switch (hold.held()) {
            case Hold.Held.Customer customer -> {
              insert.setBytes(4, master.hidden(customer.key()));
              yield CUSTOMER + customer.key();
            }
            case Hold.Held.Conversation conversation -> {
              insert.setString(5, conversation.key());
              yield CONVERSATION + conversation.key();
            }
          };
      insert.setBytes(6, master.wrap(written.getBytes(StandardCharsets.UTF_8), place(hold.id())));
      insert.executeUpdate();
    }
  }

  /** Whether there was one of this name. */
  boolean remove(String id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("delete from hold where id = ?")) {
      delete.setString(1, id);
      return delete.executeUpdate() > 0;
    }
  }

  /** All there are, oldest first. */
  List<Hold> all() throws SQLException, AEADBadTagException {
    List<Hold> all = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery("select id, at, who, wrapped from hold order by at, id")) {
      while (rows.next()) {
        String id = rows.getString(1);
        String written =
            new String(master.unwrap(rows.getBytes(4), place(id)), StandardCharsets.UTF_8);
        Hold.Held held =
            written.startsWith(CUSTOMER)
                ? new Hold.Held.Customer(written.substring(CUSTOMER.length()))
                : new Hold.Held.Conversation(written.substring(CONVERSATION.length()));
        all.add(new Hold(id, Instant.parse(rows.getString(2)), rows.getString(3), held));
      }
    }
    return all;
  }

  /** All conversations that are held, by themselves or as those of their customer. */
  Set<ConversationId> held() throws SQLException {
    Set<ConversationId> held = new HashSet<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select conversation from conversation_key where customer in"
                    + " (select customer from hold where customer is not null)"
                    + " union select conversation from hold where conversation is not null")) {
      while (rows.next()) {
        held.add(new ConversationId(rows.getString(1)));
      }
    }
    return held;
  }

  private static String place(String id) {
    return "hold " + id;
  }
}
