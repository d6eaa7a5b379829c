package io.souffleur.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.InvalidFieldException;
import io.souffleur.wire.Limits;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object within the limits of the contract.
 *
 * <p>Strict where two readers could understand two things: UTF-8 only, no name twice in an object,
 * nothing after the object, no NaN. A byte order mark at the start is skipped (RFC 8259, section
 * 8.1), and an unpaired surrogate becomes U+FFFD, one unit for one unit, so that offsets hold and
 * no customer's message is lost for half an emoji. For one call only.
 */
final class JsonReader {

  /** Where a JSON {@code null} stands: the field counts as not there. */
  enum Absent {
    NULL
  }

  /** A number as it was written. */
  record Numeral(String text, boolean whole) {}

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * Names are neither interned nor shared between messages: a hostile sender would fill the table.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH * 2)
                  .maxStringLength(Limits.FRAME_BYTES)
                  .maxNameLength(Limits.FRAME_BYTES)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final Map<String, Object> root = new HashMap<>();

  private JsonReader() {}

  /** Reads the bytes of one message. */
  static <T> T read(byte[] utf8, Function<Fields, T> message) throws RefusalException {
    if (utf8.length > Limits.FRAME_BYTES) {
      throw refusal(tooLarge(), Map.of());
    }
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(utf8)) {
      throw refusal(new Problem(RefusalCode.NOT_JSON, null, "the bytes aren't UTF-8"), Map.of());
    }
    return read(text, message);
  }

  /** Reads the text of one message. */
  static <T> T read(String text, Function<Fields, T> message) throws RefusalException {
    if (isTooLarge(text)) {
      throw refusal(tooLarge(), Map.of());
    }
    return readTrusted(text, message);
  }

  /** Reads the text of one message, however long. */
  static <T> T readTrusted(String text, Function<Fields, T> message) throws RefusalException {
    JsonReader reader = new JsonReader();
    try {
      reader.read(text);
      return Fields.ofRoot(reader.root).checked(message);
    } catch (Problem problem) {
      throw refusal(problem, reader.root);
    }
  }

  private static Problem tooLarge() {
    return new Problem(
        RefusalCode.TOO_LARGE,
        null,
        "a message has at most " + Limits.FRAME_BYTES + " bytes; send less at once");
  }

  private static boolean isTooLarge(String text) {
    return text.length() > Limits.FRAME_BYTES
        || (text.length() > Limits.FRAME_BYTES / 3 && Utf8.length(text) > Limits.FRAME_BYTES);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private void read(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    try (JsonParser parser = FACTORY.createParser(marked ? text.substring(1) : text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Problem(RefusalCode.NOT_JSON, null, "a message is one JSON object {…}");
      }
      object(parser, root, 1);
      if (parser.nextToken() != null) {
        throw new Problem(
            RefusalCode.NOT_JSON, null, "something stands after the end of the JSON object");
      }
    } catch (StreamConstraintsException e) {
      throw new Problem(RefusalCode.TOO_LARGE, null, "a name or a string is too long");
    } catch (JsonProcessingException e) {
      throw new Problem(RefusalCode.NOT_JSON, null, sentence(e));
    } catch (IOException e) {
      throw new Problem(RefusalCode.NOT_JSON, null, "the text can't be read");
    }
  }

  /** What is wrong, in words that don't depend on the parser. */
  private static String sentence(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the JSON ends before it is complete";
    }
    return "this isn't JSON: look at character " + e.getLocation().getColumnNr();
  }

  private static void object(JsonParser parser, Map<String, Object> into, int depth)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (into.containsKey(name)) {
        throw new Problem(
            RefusalCode.NOT_JSON,
            null,
            "the name " + Problem.quoted(name) + " stands twice in one object");
      }
      parser.nextToken();
      into.put(name, value(parser, depth));
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new Problem(RefusalCode.NOT_JSON, null, "the JSON object isn't closed");
    }
  }

  private static Object value(JsonParser parser, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_STRING -> Utf8.withoutHalves(parser.getText());
      case VALUE_NUMBER_INT -> number(parser, true);
      case VALUE_NUMBER_FLOAT -> number(parser, false);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Absent.NULL;
      case START_OBJECT -> {
        checkDepth(depth + 1);
        Map<String, Object> object = new HashMap<>();
        object(parser, object, depth + 1);
        yield object;
      }
      case START_ARRAY -> {
        checkDepth(depth + 1);
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == null) {
            throw new Problem(RefusalCode.NOT_JSON, null, "the JSON list isn't closed");
          }
          list.add(value(parser, depth + 1));
        }
        yield list;
      }
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new Problem(RefusalCode.NOT_JSON, null, "a value is missing in the JSON");
    };
  }

  private static Numeral number(JsonParser parser, boolean whole) throws IOException {
    if (parser.getTextLength() > Limits.NUMBER_CHARACTERS) {
      throw new Problem(
          RefusalCode.INVALID_FIELD,
          parser.currentName(),
          "a number has at most " + Limits.NUMBER_CHARACTERS + " characters");
    }
    return new Numeral(parser.getText(), whole);
  }

  private static void checkDepth(int depth) {
    if (depth > Limits.DEPTH) {
      throw new Problem(
          RefusalCode.TOO_DEEP,
          null,
          "a message has at most " + Limits.DEPTH + " objects and lists inside one another");
    }
  }

  private static RefusalException refusal(Problem problem, Map<String, Object> root) {
    return new RefusalException(
        new Refused(
            readable(root.get("id"), EventKey::new),
            readable(root.get("conversation"), ConversationKey::new),
            problem.code(),
            problem.reason(),
            Optional.ofNullable(problem.field())));
  }

  private static <K> Optional<K> readable(@Nullable Object value, Function<String, K> key) {
    if (value instanceof String text) {
      try {
        return Optional.of(key.apply(text));
      } catch (InvalidFieldException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
