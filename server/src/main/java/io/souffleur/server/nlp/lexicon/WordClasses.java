package io.souffleur.server.nlp.lexicon;

/**
 * Which words mean much the same to a model: things that are bought, lengths of time, words of
 * praise. A class is a number that only depends on its name. Immutable; safe for use by any thread.
 */
final class WordClasses {

  /** The class of words in no class. */
  static final int NONE = 0;

  private final int[] of;
  private final Mood[] moods;

  /**
   * @param of the class of each word of the vocabulary, by its number
   * @param moods the mood of the class of each word
   */
  WordClasses(int[] of, Mood[] moods) {
    this.of = of.clone();
    this.moods = moods.clone();
  }

  /** The number of the class with a name, its mark aside. */
  static int number(String name) {
    return (mood(name) == Mood.NONE ? name : name.substring(0, name.length() - 1)).hashCode() | 1;
  }

  /** The mood that the mark behind the name of a class stands for. */
  static Mood mood(String name) {
    return switch (name.isEmpty() ? ' ' : name.charAt(name.length() - 1)) {
      case '+' -> Mood.PLEASED;
      case '-' -> Mood.DISPLEASED;
      case '!' -> Mood.TURNING;
      default -> Mood.NONE;
    };
  }

  /** The class of a word, or {@link #NONE}. */
  int of(int id) {
    return id < 0 ? NONE : of[id];
  }

  /** The mood of the class of a word. */
  Mood moodOf(int id) {
    return id < 0 ? Mood.NONE : moods[id];
  }
}
