package io.souffleur.server.nlp.category;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.nlp.text.Words;

/**
 * Where a sentence stands. In public many more people complain than in a chat, and so do those who
 * call, each in another way, so a model is believed from another probability on.
 */
public enum Register {
  /** Written to one who answers. */
  CONVERSATION(""),

  /** Spoken. */
  CALL(" in calls"),

  /** A post that all can read. */
  POST(" in posts");

  private final String suffix;

  Register(String suffix) {
    this.suffix = suffix;
  }

  /** Behind the name of a cue: what is said of it is about this register. */
  public String suffix() {
    return suffix;
  }

  /** The register that a line is about, by what it ends with. */
  public static Register endOf(String line) {
    for (Register one : values()) {
      if (one != CONVERSATION && line.endsWith(one.suffix)) {
        return one;
      }
    }
    return CONVERSATION;
  }

  private static final int LEAST_LETTERS = 3;

  /** The register of a message: what is written where all can read it, or reads like that. */
  public static Register of(Words words, Medium medium) {
    return switch (medium) {
      case VOICE -> CALL;
      case SOCIAL -> POST;
      case CHAT, EMAIL -> isPost(words.text()) ? POST : CONVERSATION;
    };
  }

  /** Whether a text calls somebody by {@code @name} or names its subject by {@code #subject}. */
  static boolean isPost(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '@' || c == '#')
          && isWord(text, i + 1)
          && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word begins at a place, rather than a number such as {@code #A12}. */
  private static boolean isWord(String text, int at) {
    int end = Math.min(text.length(), at + LEAST_LETTERS);
    for (int i = at; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return end - at == LEAST_LETTERS;
  }
}
