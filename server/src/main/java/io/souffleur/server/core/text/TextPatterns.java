package io.souffleur.server.core.text;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import java.util.List;

/**
 * What a house looks for by patterns of its own, beside the cues that every house has.
 * Deterministic; safe for use by any thread.
 */
@FunctionalInterface
public interface TextPatterns {

  /** No patterns at all. */
  TextPatterns NONE = (text, author) -> List.of();

  /**
   * What of {@code text}, written by {@code author}, matches: cues called {@code pattern}, each
   * with the name of its pattern as value, in order of their spans.
   */
  List<Cue> in(String text, Author author);
}
