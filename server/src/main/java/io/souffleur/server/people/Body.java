package io.souffleur.server.people;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a request: one JSON object of texts, flags and lists of texts. What is null is known
 * to be said and empty; other kinds of values are refused, names that nobody asks for are ignored.
 */
final class Body {
  /** In bytes. */
  static final int LONGEST = 16 * 1024;

  private static final int MOST_TEXTS = 256;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2).build())
          .build();

  /** Texts; flags as {@code true} and {@code false}; null as no text at all. */
  private final Map<String, List<String>> values = new HashMap<>();

  private final Map<String, JsonToken> kinds = new HashMap<>();

  private Body() {}

  /**
   * Reads a body.
   *
   * @throws RefusedException when it is something else
   */
  static Body read(byte[] bytes) throws RefusedException {
    Body body = new Body();
    try (JsonParser parser = JSON.createParser(text(bytes))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notJson();
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        body.put(name, parser);
      }
      if (parser.nextToken() != null) {
        throw notJson();
      }
      return body;
    } catch (IOException e) {
      throw notJson();
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private void put(String name, JsonParser parser) throws IOException, RefusedException {
    JsonToken kind = parser.nextToken();
    List<String> texts = new ArrayList<>();
    switch (kind) {
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> texts.add(parser.getText());
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() != JsonToken.VALUE_STRING || texts.size() == MOST_TEXTS) {
            throw invalid(name, name + " is a list of at most " + MOST_TEXTS + " texts");
          }
          texts.add(parser.getText());
        }
      }
      case VALUE_NULL -> {}
      default -> throw invalid(name, name + " is a text, a flag or a list of texts");
    }
    values.put(name, texts);
    kinds.put(name, kind);
  }

  /** Whether something is said by this name, be it null. */
  boolean says(String name) {
    return values.containsKey(name);
  }

  /** A text that must be there. */
  String text(String name) throws RefusedException {
    return optional(name).orElseThrow(() -> invalid(name, name + " is missing"));
  }

  /** A text; empty when it is missing or null. */
  Optional<String> optional(String name) throws RefusedException {
    return value(name, "a text", JsonToken.VALUE_STRING).map(List::getFirst);
  }

  /** A list of texts; empty when it is missing or null. */
  Optional<List<String>> texts(String name) throws RefusedException {
    return value(name, "a list of texts", JsonToken.START_ARRAY);
  }

  /** A flag; empty when it is missing or null. */
  Optional<Boolean> flag(String name) throws RefusedException {
    return value(name, "true or false", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)
        .map(texts -> texts.getFirst().equals("true"));
  }

  private Optional<List<String>> value(String name, String wanted, JsonToken... allowed)
      throws RefusedException {
    JsonToken kind = kinds.get(name);
    if (kind == null || kind == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (!List.of(allowed).contains(kind)) {
      throw invalid(name, name + " is " + wanted);
    }
    return Optional.ofNullable(values.get(name));
  }

  private static RefusedException invalid(String name, String reason) {
    return RefusedException.field(Code.INVALID_FIELD, name, reason);
  }

  private static RefusedException notJson() {
    return new RefusedException(Code.NOT_JSON, "the body is one JSON object in UTF-8");
  }
}
