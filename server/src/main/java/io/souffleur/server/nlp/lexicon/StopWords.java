package io.souffleur.server.nlp.lexicon;

/**
 * How much each word of the vocabulary speaks for one language: 0 for most and for borrowed words.
 * Immutable; safe for use by any thread.
 */
public final class StopWords {

  private final byte[] weights;
  private final byte[] hints;

  /**
   * @param weights by the number of the word
   * @param hints by the number of the word
   */
  StopWords(byte[] weights, byte[] hints) {
    this.weights = weights;
    this.hints = hints;
  }

  /** From 0 to 4, as {@code stopwords.txt} says. */
  public int weight(int id) {
    return id < 0 ? 0 : weights[id];
  }

  /** From 0 to 2: words that only this language's files have, and how often. */
  public int hint(int id) {
    return id < 0 ? 0 : hints[id];
  }
}
