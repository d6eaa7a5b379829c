package io.souffleur.server.lane;

import io.souffleur.server.redaction.Redactor;
import io.souffleur.wire.ConversationKey;
import java.util.function.Predicate;

/**
 * What lanes must not keep.
 *
 * @param redactor masks texts before anything else is done with them
 * @param erased whether a conversation was erased: its key is never taken again; must be quick
 * @param closed whether nothing can be taken of a conversation that is over, for a moment, because
 *     what is kept of it is written anew; must be quick
 * @param words what becomes of words that have been read
 */
public record Discretion(
    Redactor redactor,
    Predicate<ConversationKey> erased,
    Predicate<ConversationKey> closed,
    Words words) {

  /** Cards are masked, words are kept, and nothing was ever erased. */
  public static Discretion standard() {
    return new Discretion(Redactor.ofCards(), nothing -> false, nothing -> false, Words.KEPT);
  }
}
