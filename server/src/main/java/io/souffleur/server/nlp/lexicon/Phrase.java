package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.cue.CueName;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a lexicon, once its words have been found in a message.
 *
 * @param cue what it shows, or, if {@code silent}, what is not shown here
 * @param family a number from 1: phrases of one family compete for the same words
 * @param silent whether it silences the cue
 * @param opens whether it must stand where a clause begins
 * @param closes whether it must stand where a clause ends
 * @param value the value of the cue
 * @param confidence of the cue, from 0 (excluded) to 1
 * @param unless surroundings in which it does not count
 * @param by who says it
 */
public record Phrase(
    CueName cue,
    int family,
    boolean silent,
    boolean opens,
    boolean closes,
    Optional<String> value,
    double confidence,
    Set<Surrounding> unless,
    By by) {

  public Phrase {
    unless = Set.copyOf(unless);
  }

  /** What stands around a phrase and can turn its meaning. */
  public enum Surrounding {
    /** "not", "ne … pas". */
    NEGATED,
    /** "if", "si". */
    CONDITIONAL,
    /** "he said", "on m'a dit". */
    REPORTED,
    /** In a sentence that asks. */
    QUESTION,
    /** In a sentence that does not ask. */
    STATEMENT,
    /** At the end of a message that has thanked or taken leave before: "merci, bonsoir". */
    LAST,
    /** Anywhere else. */
    EARLY,
    /** In the agent's first message: "thank you for calling". */
    OPENING,
    /** In any other message. */
    BEGUN
  }

  /** Whose words the phrase is looked for in. */
  public enum By {
    ANYONE,
    AGENT,
    CUSTOMER
  }
}
