package io.souffleur.server.core.cue;

import io.souffleur.server.core.text.Span;
import java.util.Optional;

/** A cue without the characters that show it: with the message's text, it is the cue again. */
public record Sighting(CueName name, Span span, double confidence, Optional<String> value) {

  /** What is left of a cue without its characters. */
  public static Sighting of(Cue cue) {
    return new Sighting(cue.name(), cue.span(), cue.confidence(), cue.value());
  }

  /** The cue, where the text that it was seen in is not kept. */
  public Cue wordless() {
    return new Cue(name, span, "", confidence, value);
  }

  /** The cue, in the text that it was seen in. */
  public Cue in(String text) {
    return new Cue(name, span, span.of(text), confidence, value);
  }
}
