package io.souffleur.server.privacy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.SeenColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Exports} has written; events are taken as they stand, byte for byte. */
final class ExportReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final byte[] bytes;
  private final JsonParser parser;

  private ExportReader(byte[] bytes, JsonParser parser) {
    this.bytes = bytes;
    this.parser = parser;
  }

  /**
   * The entries of each conversation.
   *
   * @throws IOException when it is no export, with the reason for a person
   */
  static List<List<Entry>> read(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return new ExportReader(bytes, parser).read();
    } catch (JacksonException e) {
      throw new IOException("line " + e.getLocation().getLineNr() + " is no JSON", e);
    }
  }

  private List<List<Entry>> read() throws IOException {
    try {
      return conversations();
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw new IOException(
          "byte " + parser.currentLocation().getByteOffset() + ": this is no export", e);
    }
  }

  private List<List<Entry>> conversations() throws IOException {
    List<List<Entry>> all = new ArrayList<>();
    expect(parser.nextToken() == JsonToken.START_OBJECT);
    expect("format".equals(parser.nextFieldName()));
    expect(Exports.FORMAT.equals(parser.nextTextValue()));
    expect("conversations".equals(parser.nextFieldName()));
    expect(parser.nextToken() == JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      all.add(conversation());
    }
    expect(parser.currentToken() == JsonToken.END_ARRAY);
    expect(parser.nextToken() == JsonToken.END_OBJECT);
    expect(parser.nextToken() == null);
    return all;
  }

  private static void expect(boolean right) {
    if (!right) {
      throw new IllegalArgumentException("something else was expected here");
    }
  }

  private List<Entry> conversation() throws IOException {
    List<Entry> entries = new ArrayList<>();
    expect("conversation".equals(parser.nextFieldName()));
    ConversationId id = new ConversationId(text(parser.nextTextValue()));
    expect("entries".equals(parser.nextFieldName()));
    expect(parser.nextToken() == JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      entries.add(entry(id, entries.size() + 1L));
    }
    expect("coaching".equals(parser.nextFieldName()));
    // It follows from the events.
    parser.nextToken();
    parser.skipChildren();
    expect(parser.nextToken() == JsonToken.END_OBJECT);
    expect(!entries.isEmpty() && entries.getFirst().kind().equals(Entry.STARTED));
    return entries;
  }

  private Entry entry(ConversationId conversation, long position) throws IOException {
    Map<String, String> fields = new HashMap<>();
    String name = parser.nextFieldName();
    while (name != null) {
      fields.put(name, value(parser.nextToken()));
      name = parser.nextFieldName();
    }
    expect(Long.parseLong(field(fields, "position")) == position);
    Entry entry =
        new Entry(
            conversation,
            position,
            Origin.valueOf(field(fields, "origin").toUpperCase(Locale.ROOT)),
            new ChannelName(field(fields, "channel")),
            field(fields, "key"),
            Integer.parseInt(field(fields, "revision")),
            field(fields, "kind"),
            Instant.parse(field(fields, "handled")),
            field(fields, "event"),
            List.of());
    return SeenColumn.filled(entry, entry.body(), field(fields, "seen"));
  }

  private static String field(Map<String, String> fields, String name) {
    return text(fields.get(name));
  }

  private static String text(@Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("something is missing here");
    }
    return text;
  }

  /** A text or a number; an object as it stands; the lines of a list of texts. */
  private String value(@Nullable JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      int from = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    if (token == JsonToken.START_ARRAY) {
      List<String> lines = new ArrayList<>();
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        lines.add(parser.getText());
      }
      expect(parser.currentToken() == JsonToken.END_ARRAY);
      return String.join("\n", lines);
    }
    expect(token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT);
    return parser.getText();
  }
}
