package io.souffleur.server.nlp.lexicon;

/**
 * How much each word of the vocabulary speaks for one language: 0 for most and for borrowed words.
 * Immutable; safe for use by any thread.
 */
public final class StopWords {

  private final byte[] weights;

  StopWords(byte[] weights) {
    this.weights = weights;
  }

  /** From 0 to 3. */
  public int weight(int id) {
    return id < 0 ? 0 : weights[id];
  }
}
