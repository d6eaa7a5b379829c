package io.souffleur.server.core.cue;

import io.souffleur.server.core.text.Span;
import java.util.List;

/**
 * An error of spelling or grammar that somebody found in a text.
 *
 * @param span where
 * @param text the characters of the span
 * @param replacements what to write instead, best first; none when that is not known
 */
public record Misspelling(Span span, String text, List<String> replacements) {

  /** A dictionary knows fewer names and words of a house than its agents do. */
  private static final double SURE = 0.7;

  public Misspelling {
    replacements = List.copyOf(replacements);
  }

  /** The same as a cue, for the rules of a house. */
  public Cue cue() {
    return new Cue(CueName.SPELLING, span, text, SURE, replacements.stream().findFirst());
  }
}
