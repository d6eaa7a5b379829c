package io.souffleur.server.core.text;

import java.util.Optional;

/** A language Souffleur coaches in. */
public enum Language {
  FRENCH("fr"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, without region. */
  public String tag() {
    return tag;
  }

  /** The language of a BCP 47 tag, by its primary subtag; empty when not coached in. */
  public static Optional<Language> ofTag(String bcp47) {
    for (Language language : values()) {
      String tag = language.tag;
      if (bcp47.regionMatches(true, 0, tag, 0, tag.length())
          && (bcp47.length() == tag.length() || bcp47.charAt(tag.length()) == '-')) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
