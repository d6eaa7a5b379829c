package io.souffleur.server.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.souffleur.wire.Author;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the rooms of the demo in a file, a JSON line for each thing that happened, so that a chat
 * goes on after a restart. It survives the end of the program, not that of the machine. For the
 * chat's own thread only.
 */
final class RoomBook {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Optional<Path> file;

  private RoomBook(Optional<Path> file) {
    this.file = file;
  }

  /** A book that forgets. */
  static RoomBook blank() {
    return new RoomBook(Optional.empty());
  }

  /** The book in {@code file}, which need not exist yet; its folder does. */
  static RoomBook in(Path file) {
    return new RoomBook(Optional.of(file));
  }

  void opened(Room room) {
    Person customer = room.customer();
    Map<String, String> line = line("opened", room);
    line.put("first", customer.first());
    customer.last().ifPresent(last -> line.put("last", last));
    customer.key().ifPresent(key -> line.put("customer", key));
    line.put("language", room.language());
    room.subject().ifPresent(subject -> line.put("subject", subject));
    write(line);
  }

  void said(Room room, Message message) {
    Map<String, String> line = line("said", room);
    line.put("author", message.author().name());
    line.put("text", message.text());
    line.put("at", message.at().toString());
    message.key().ifPresent(key -> line.put("key", key));
    write(line);
  }

  void ended(Room room, OffsetDateTime at) {
    Map<String, String> line = line("ended", room);
    line.put("at", at.toString());
    write(line);
  }

  /** The rooms as they were left, in the order in which they were opened. */
  Map<String, Room> read() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    for (String line : lines()) {
      // The last line may have been cut short by the end of the program.
      ChatFrame.read(line).ifPresent(entry -> retell(entry, rooms));
    }
    return rooms;
  }

  private List<String> lines() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return List.of();
    }
    try {
      return Files.readAllLines(file.get(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's chat can't be read from " + file.get(), e);
    }
  }

  private static void retell(ChatFrame entry, Map<String, Room> rooms) {
    String id = entry.text("room");
    Room room = rooms.get(id);
    if (room == null) {
      if (entry.text("what").equals("opened")) {
        Person customer =
            new Person(entry.given("customer"), entry.text("first"), entry.given("last"));
        rooms.put(id, new Room(id, customer, entry.text("language"), entry.given("subject")));
      }
      return;
    }
    Optional<OffsetDateTime> at = time(entry.text("at"));
    if (at.isEmpty()) {
      return;
    }
    switch (entry.text("what")) {
      case "said" -> {
        Author author = Author.valueOf(entry.text("author"));
        room.add(
            author,
            DemoChat.nameOf(author, room),
            entry.text("text"),
            at.get(),
            entry.given("key"));
      }
      case "ended" -> room.end(at.get());
      default -> {}
    }
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> line(String what, Room room) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("what", what);
    line.put("room", room.id());
    return line;
  }

  private void write(Map<String, String> line) {
    if (file.isEmpty()) {
      return;
    }
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(json)) {
      out.writeStartObject();
      for (Map.Entry<String, String> field : line.entrySet()) {
        out.writeStringField(field.getKey(), field.getValue());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    try {
      Files.writeString(
          file.get(),
          json + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's chat can't be written to " + file.get(), e);
    }
  }
}
