package io.souffleur.server.core.cue;

import io.souffleur.server.core.text.Span;
import java.util.Optional;

/**
 * A judgement about one message, with the characters that show it.
 *
 * @param name what is shown
 * @param span where, in the text as received
 * @param text the characters of the span; empty where no words are kept
 * @param confidence from 0 (excluded) to 1
 * @param value a normalised reading where one exists: an ISO 8601 duration, an instant, a name, a
 *     replacement
 */
public record Cue(CueName name, Span span, String text, double confidence, Optional<String> value) {

  public Cue {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence out of (0, 1]: " + confidence);
    }
    if (!text.isEmpty() && text.length() != span.end() - span.start()) {
      throw new IllegalArgumentException("text and span differ in length: " + span);
    }
  }
}
