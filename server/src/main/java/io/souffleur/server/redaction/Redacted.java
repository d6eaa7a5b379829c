package io.souffleur.server.redaction;

import io.souffleur.server.core.text.Span;
import java.util.List;

/**
 * A text without what was to be masked in it.
 *
 * @param text of the same length in UTF-16 code units as the original
 * @param masks what was masked, in the order of the text
 */
public record Redacted(String text, List<Mask> masks) {

  /** Something that was masked: where it stands, and what it was. */
  public record Mask(Span span, Kind kind) {}

  public Redacted {
    masks = List.copyOf(masks);
  }

  static Redacted unchanged(String text) {
    return new Redacted(text, List.of());
  }

  public boolean changed() {
    return !masks.isEmpty();
  }
}
