package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.text.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How often each language's files have each word. Not for several threads. */
final class WordCounts {

  /** From so many times on, a word hints at its language by itself. */
  static final int COMMON = 3;

  private final Map<Language, Counts> counts = new EnumMap<>(Language.class);

  /** Counts the words of one language. */
  Counter of(Language language) {
    return counts.computeIfAbsent(language, any -> new Counts());
  }

  /**
   * How much each word hints at a language: 2 for a common word that no other language has, 1 for a
   * rare one, else 0.
   *
   * @param words how many there are
   */
  byte[] hints(Language language, int words) {
    byte[] hints = new byte[words];
    for (int id = 0; id < words; id++) {
      int own = 0;
      int others = 0;
      for (Map.Entry<Language, Counts> one : counts.entrySet()) {
        int times = one.getValue().times(id);
        own += one.getKey() == language ? times : 0;
        others += one.getKey() == language ? 0 : times;
      }
      hints[id] = (byte) (others > 0 || own == 0 ? 0 : own >= COMMON ? 2 : 1);
    }
    return hints;
  }

  /** Receives words by their numbers. */
  interface Counter {

    /** Of words that are no sign of a language. */
    Counter NONE = (id, times) -> {};

    void count(int id, int times);
  }

  private static final class Counts implements Counter {

    private int[] times = new int[1024];

    @Override
    public void count(int id, int more) {
      if (id >= times.length) {
        times = Arrays.copyOf(times, Math.max(id + 1, times.length * 2));
      }
      times[id] += more;
    }

    int times(int id) {
      return id < times.length ? times[id] : 0;
    }
  }
}
