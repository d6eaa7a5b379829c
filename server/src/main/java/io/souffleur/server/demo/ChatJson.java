package io.souffleur.server.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What the demo chat tells its pages, as JSON. */
final class ChatJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  private ChatJson() {}

  static String joined(Optional<Room> room, AgentRef agent) {
    return object(
        "joined",
        out -> {
          if (room.isPresent()) {
            out.writeStringField("room", room.get().id());
          }
          agent(out, agent);
        });
  }

  /** A ticket for a desk, and whose desk that is. */
  static String ticket(String ticket, AgentRef agent) {
    return json(
        out -> {
          out.writeStringField("ticket", ticket);
          agent(out, agent);
        });
  }

  private static void agent(JsonGenerator out, AgentRef agent) throws IOException {
    out.writeObjectFieldStart("agent");
    out.writeStringField("key", agent.key());
    out.writeStringField("name", agent.name());
    out.writeEndObject();
  }

  static String rooms(Collection<Room> rooms) {
    return object(
        "rooms",
        out -> {
          out.writeArrayFieldStart("rooms");
          for (Room room : rooms) {
            row(out, room);
          }
          out.writeEndArray();
        });
  }

  private static void row(JsonGenerator out, Room room) throws IOException {
    out.writeStartObject();
    out.writeStringField("room", room.id());
    out.writeStringField("customer", room.customer().name());
    out.writeStringField("language", room.language());
    if (room.subject().isPresent()) {
      out.writeStringField("subject", room.subject().get());
    }
    if (room.started()) {
      Message last = room.messages().getLast();
      out.writeObjectFieldStart("last");
      out.writeStringField("author", name(last.author()));
      out.writeStringField("text", last.text());
      out.writeStringField("at", last.at().toString());
      out.writeEndObject();
    }
    out.writeBooleanField("ended", room.ended());
    out.writeEndObject();
  }

  static String history(Room room) {
    return object(
        "history",
        out -> {
          out.writeStringField("room", room.id());
          out.writeArrayFieldStart("messages");
          for (Message message : room.messages()) {
            message(out, message);
          }
          out.writeEndArray();
        });
  }

  static String said(Room room, Message message) {
    return object(
        "said",
        out -> {
          out.writeStringField("room", room.id());
          out.writeFieldName("message");
          message(out, message);
        });
  }

  static String typing(Room room, Author author, boolean active) {
    return object(
        "typing",
        out -> {
          out.writeStringField("room", room.id());
          out.writeStringField("author", name(author));
          out.writeBooleanField("active", active);
        });
  }

  static String ended(Room room) {
    return object("ended", out -> out.writeStringField("room", room.id()));
  }

  private static void message(JsonGenerator out, Message message) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", message.id());
    out.writeStringField("author", name(message.author()));
    out.writeStringField("name", message.name());
    out.writeStringField("text", message.text());
    out.writeStringField("at", message.at().toString());
    if (message.key().isPresent()) {
      out.writeStringField("key", message.key().get());
    }
    out.writeEndObject();
  }

  private static String name(Author author) {
    return author.name().toLowerCase(Locale.ROOT);
  }

  private static String object(String type, Body body) {
    return json(
        out -> {
          out.writeStringField("type", type);
          body.write(out);
        });
  }

  private static String json(Body body) {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(json)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return json.toString();
  }
}
