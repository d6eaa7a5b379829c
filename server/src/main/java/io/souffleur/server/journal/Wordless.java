package io.souffleur.server.journal;

import io.souffleur.server.core.text.Gist;
import java.util.Optional;

/**
 * What is kept of an event in place of its words.
 *
 * @param gist what was read in something said; empty when it could not be read, and for what is
 *     never read, such as a comment
 * @param mark by which the same words are known again; empty when they are not to be
 */
public record Wordless(Optional<Gist> gist, String mark) {

  /** Nothing is left. */
  public static final Wordless NOTHING = new Wordless(Optional.empty(), "");

  /** The same, by which nothing is known again. */
  public Wordless unmarked() {
    return new Wordless(gist, "");
  }
}
