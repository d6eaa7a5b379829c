package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.text.Language;
import java.util.Map;

/**
 * The lexicons of all languages, over one vocabulary. Immutable; safe for use by any thread.
 *
 * @param stopWords how much each word of the vocabulary speaks for a language, by its number
 */
public record Lexicons(
    Vocabulary vocabulary, Map<Language, Lexicon> lexicons, Map<Language, StopWords> stopWords) {

  public Lexicons {
    lexicons = Map.copyOf(lexicons);
    stopWords = Map.copyOf(stopWords);
  }

  /** The lexicon of a language. */
  public Lexicon of(Language language) {
    Lexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      throw new IllegalStateException("no lexicon of " + language);
    }
    return lexicon;
  }

  /** How much the words of the vocabulary speak for a language. */
  public StopWords stopWords(Language language) {
    StopWords words = stopWords.get(language);
    if (words == null) {
      throw new IllegalStateException("no stop words of " + language);
    }
    return words;
  }
}
