package io.souffleur.server.core.text;

import java.util.Optional;

/**
 * What the messages so far say about the language of a conversation.
 *
 * <p>Once {@code settled}, a conversation keeps its language: a coach that switches language in the
 * middle of a chat because of one borrowed word is worse than one that is wrong about that word.
 *
 * @param settled the language, once declared or found
 * @param french how much speaks for French so far, in stop words
 * @param english how much speaks for English so far, in stop words
 * @param undecided text that decided nothing yet, for the detector; at most 400 characters
 */
public record LanguageEvidence(
    Optional<Language> settled, int french, int english, String undecided) {

  public static final int LONGEST_UNDECIDED = 400;

  private static final LanguageEvidence SETTLED_ON_FRENCH =
      new LanguageEvidence(Optional.of(Language.FRENCH), 0, 0, "");
  private static final LanguageEvidence SETTLED_ON_ENGLISH =
      new LanguageEvidence(Optional.of(Language.ENGLISH), 0, 0, "");

  public LanguageEvidence {
    if (french < 0 || english < 0) {
      throw new IllegalArgumentException("negative evidence: " + french + ", " + english);
    }
    if (undecided.length() > LONGEST_UNDECIDED) {
      throw new IllegalArgumentException("too much undecided text: " + undecided.length());
    }
  }

  /** The same without the words of any message. */
  public LanguageEvidence wordless() {
    return undecided.isEmpty() ? this : new LanguageEvidence(settled, french, english, "");
  }

  /** Nothing known yet. */
  public static LanguageEvidence none() {
    return new LanguageEvidence(Optional.empty(), 0, 0, "");
  }

  /** The language was declared, or has been found. The same object for every conversation. */
  public static LanguageEvidence settledOn(Language language) {
    return switch (language) {
      case FRENCH -> SETTLED_ON_FRENCH;
      case ENGLISH -> SETTLED_ON_ENGLISH;
    };
  }
}
