package io.souffleur.server.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A frame of a demo page: one flat JSON object. Nested values are skipped. */
record ChatFrame(Map<String, String> fields) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads a frame; empty when it is not one. */
  static Optional<ChatFrame> read(String json) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken().isScalarValue()) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return Optional.of(new ChatFrame(fields));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  Optional<String> given(String name) {
    return Optional.of(text(name)).filter(text -> !text.isBlank());
  }

  boolean flag(String name) {
    return "true".equals(fields.get(name));
  }
}
