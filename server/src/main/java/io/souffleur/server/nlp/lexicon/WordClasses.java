package io.souffleur.server.nlp.lexicon;

/**
 * Which words mean much the same to a model: things that are bought, lengths of time, words of
 * praise. A class is a number that only depends on its name. Immutable; safe for use by any thread.
 */
final class WordClasses {

  /** The class of words in no class. */
  static final int NONE = 0;

  private final int[] of;

  /**
   * @param of the class of each word of the vocabulary, by its number
   */
  WordClasses(int[] of) {
    this.of = of.clone();
  }

  /** The number of the class with a name. */
  static int number(String name) {
    return name.hashCode() | 1;
  }

  /** The class of a word, or {@link #NONE}. */
  int of(int id) {
    return id < 0 ? NONE : of[id];
  }
}
