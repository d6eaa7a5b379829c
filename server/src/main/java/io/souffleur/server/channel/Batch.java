package io.souffleur.server.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the body of a request into its events, without reading them: one object, a JSON array of
 * objects, or an object a line. A part that is not JSON is left as it is, for the reader of events
 * to refuse; in an array nothing after it can be told apart, so it runs to the end.
 */
final class Batch {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Deeper than any event may be, and far from what would cost memory. */
  private static final int DEEPEST = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Batch() {}

  /** The parts of {@code body}, in order. */
  static List<byte[]> parts(byte[] body) {
    byte[] json = withoutMark(body);
    int first = firstOf(json, 0);
    if (first == json.length) {
      return List.of();
    }
    if (json[first] == '[') {
      return elements(json);
    }
    return isOneValue(json) ? List.of(json) : lines(json);
  }

  private static List<byte[]> elements(byte[] json) {
    List<byte[]> parts = new ArrayList<>();
    int end = firstOf(json, 0) + 1;
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() == null) {
          break;
        }
        parser.skipChildren();
        parser.finishToken();
        end = (int) parser.currentLocation().getByteOffset();
        parts.add(Arrays.copyOfRange(json, start, end));
      }
      if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
        return parts;
      }
      end = (int) parser.currentLocation().getByteOffset();
    } catch (IOException broken) {
      // The rest is one part, refused by whoever reads it.
    }
    parts.add(Arrays.copyOfRange(json, Math.min(end, json.length), json.length));
    return parts;
  }

  private static boolean isOneValue(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException broken) {
      return new String(json, StandardCharsets.UTF_8).strip().lines().count() == 1;
    }
  }

  private static List<byte[]> lines(byte[] json) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= json.length; i++) {
      if (i == json.length || json[i] == '\n') {
        if (firstOf(json, start) < i) {
          parts.add(Arrays.copyOfRange(json, start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Where the first character from {@code start} on stands that is not white space. */
  private static int firstOf(byte[] json, int start) {
    int i = start;
    while (i < json.length
        && (json[i] == ' ' || json[i] == '\t' || json[i] == '\r' || json[i] == '\n')) {
      i++;
    }
    return i;
  }

  private static byte[] withoutMark(byte[] body) {
    return body.length >= 3 && Arrays.equals(body, 0, 3, BYTE_ORDER_MARK, 0, 3)
        ? Arrays.copyOfRange(body, 3, body.length)
        : body;
  }
}
