package io.souffleur.server.core.rule;

import io.souffleur.server.core.text.Language;

/** The same text in both languages. */
public record Words(String french, String english) {

  public Words {
    if (french.isBlank() || english.isBlank()) {
      throw new IllegalArgumentException("a text is missing in one of the languages");
    }
  }

  /** The text in {@code language}. */
  public String in(Language language) {
    return switch (language) {
      case FRENCH -> french;
      case ENGLISH -> english;
    };
  }
}
