package io.souffleur.server.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Limits;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refusals of frames that are not even read as messages. */
final class FrameRefusals {

  /**
   * Names are neither interned nor shared between frames: a hostile sender would fill the table.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private FrameRefusals() {}

  /** Names the event, where its keys stand in the beginning of the frame. */
  static Refused tooLarge(String beginning) {
    String id = null;
    String conversation = null;
    try (JsonParser parser = FACTORY.createParser(beginning)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          JsonToken value = parser.nextToken();
          if (value == JsonToken.VALUE_STRING && name.equals("id")) {
            id = parser.getText();
          } else if (value == JsonToken.VALUE_STRING && name.equals("conversation")) {
            conversation = parser.getText();
          } else {
            parser.skipChildren();
          }
        }
      }
    } catch (IOException cutOff) {
      // The beginning ends somewhere within the frame: what was found until there is all.
    }
    return new Refused(
        key(id, EventKey::new),
        key(conversation, ConversationKey::new),
        RefusalCode.TOO_LARGE,
        "a frame has at most "
            + Limits.FRAME_BYTES
            + " bytes, a text at most "
            + Limits.TEXT_UNITS
            + " characters; send less at once",
        Optional.empty());
  }

  static Refused binary() {
    return new Refused(
        Optional.empty(),
        Optional.empty(),
        RefusalCode.NOT_JSON,
        "binary frames are not read; send JSON in text frames",
        Optional.empty());
  }

  private static <T> Optional<T> key(@Nullable String text, Function<String, T> key) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(key.apply(text));
    } catch (IllegalArgumentException notAKey) {
      return Optional.empty();
    }
  }
}
