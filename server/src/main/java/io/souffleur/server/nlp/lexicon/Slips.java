package io.souffleur.server.nlp.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the word meant by one with a slip of the finger: a letter too many, too few, wrong, or two
 * swapped. Only for words declared so, since most words have innocent neighbours. Immutable; safe
 * for use by any thread.
 *
 * <p>Both the declared words and the typed one are compared with each letter left out in turn, so
 * that a look-up costs as many probes as the word has letters, whatever the number of words.
 */
final class Slips {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 18;

  private final String[] words;
  private final int[] ids;
  private final int[] keys;
  private final int[] entries;
  private final int mask;

  /** The first letters and lengths that a slip of some declared word has. */
  private final boolean[] possible = new boolean[1 << 12];

  Slips(Vocabulary vocabulary, List<String> declared) {
    this.words = declared.toArray(String[]::new);
    this.ids = new int[words.length];
    int total = 0;
    for (String word : words) {
      total += word.length() + 1;
    }
    int size = Integer.highestOneBit(Math.max(16, total * 4));
    this.mask = size - 1;
    this.keys = new int[size];
    this.entries = new int[size];
    Arrays.fill(entries, -1);
    for (String word : words) {
      for (int length = word.length() - 1; length <= word.length() + 1; length++) {
        possible[shape(word.charAt(0), length)] = true;
      }
    }
    for (int w = 0; w < words.length; w++) {
      ids[w] = vocabulary.id(words[w]);
      char[] letters = words[w].toCharArray();
      for (int without = -1; without < letters.length; without++) {
        put(hash(letters, 0, letters.length, without), w);
      }
    }
  }

  /** The declared word one slip away, or {@link Vocabulary#UNKNOWN}. */
  int meant(char[] letters, int from, int length) {
    if (length < SHORTEST || length > LONGEST || !possible[shape(letters[from], length)]) {
      return Vocabulary.UNKNOWN;
    }
    for (int without = -1; without < length; without++) {
      int hash = hash(letters, from, length, without);
      int slot = hash & mask;
      while (entries[slot] >= 0) {
        if (keys[slot] == hash && near(words[entries[slot]], letters, from, length)) {
          return ids[entries[slot]];
        }
        slot = (slot + 1) & mask;
      }
    }
    return Vocabulary.UNKNOWN;
  }

  private static int shape(char first, int length) {
    return ((first & 0x7F) << 5) | (length & 0x1F);
  }

  private void put(int hash, int word) {
    int slot = hash & mask;
    while (entries[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    entries[slot] = word;
  }

  /** Whether one slip turns {@code word} into the letters; the first letter must be right. */
  static boolean near(String word, char[] letters, int from, int length) {
    if (length == 0 || word.isEmpty() || word.charAt(0) != letters[from]) {
      return false;
    }
    int i = 0;
    int shorter = Math.min(word.length(), length);
    while (i < shorter && word.charAt(i) == letters[from + i]) {
      i++;
    }
    int restWord = word.length() - i;
    int restLetters = length - i;
    return switch (word.length() - length) {
      case 0 ->
          restWord == 0
              || same(word, i + 1, letters, from + i + 1, restWord - 1)
              || (restWord >= 2
                  && word.charAt(i) == letters[from + i + 1]
                  && word.charAt(i + 1) == letters[from + i]
                  && same(word, i + 2, letters, from + i + 2, restWord - 2));
      case 1 -> same(word, i + 1, letters, from + i, restLetters);
      case -1 -> same(word, i, letters, from + i + 1, restWord);
      default -> false;
    };
  }

  private static boolean same(String word, int at, char[] letters, int from, int length) {
    for (int k = 0; k < length; k++) {
      if (word.charAt(at + k) != letters[from + k]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] letters, int from, int length, int without) {
    int hash = 7;
    for (int i = 0; i < length; i++) {
      if (i != without) {
        hash = 31 * hash + letters[from + i];
      }
    }
    return hash ^ (hash >>> 13);
  }
}
