package io.souffleur.server.nlp.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every word that some lexicon knows, by a number, looked up from folded letters without making a
 * string. Immutable; safe for use by any thread.
 */
public final class Vocabulary {

  /** No known word. */
  public static final int UNKNOWN = -1;

  private final String[] words;
  private final int[] slots;
  private final int mask;

  private Vocabulary(List<String> words) {
    this.words = words.toArray(String[]::new);
    int size = Integer.highestOneBit(Math.max(16, this.words.length * 4));
    this.slots = new int[size];
    this.mask = size - 1;
    for (int id = 0; id < this.words.length; id++) {
      String word = this.words[id];
      int slot = hash(word.toCharArray(), 0, word.length()) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = id + 1;
    }
  }

  /** The number of a folded word, or {@link #UNKNOWN}. */
  public int id(char[] letters, int from, int length) {
    int slot = hash(letters, from, length) & mask;
    int entry = slots[slot];
    while (entry != 0) {
      if (equal(words[entry - 1], letters, from, length)) {
        return entry - 1;
      }
      slot = (slot + 1) & mask;
      entry = slots[slot];
    }
    return UNKNOWN;
  }

  /** The number of a folded word, or {@link #UNKNOWN}. */
  public int id(String word) {
    return id(word.toCharArray(), 0, word.length());
  }

  public String word(int id) {
    return words[id];
  }

  public int size() {
    return words.length;
  }

  private static boolean equal(String word, char[] letters, int from, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != letters[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] letters, int from, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + letters[from + i];
    }
    return hash ^ (hash >>> 15);
  }

  /** Collects words and numbers them in the order they come. Not for several threads. */
  public static final class Builder {

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a folded word, a new one if need be. */
    public int intern(String word) {
      Integer known = ids.get(word);
      if (known != null) {
        return known;
      }
      ids.put(word, words.size());
      words.add(word);
      return words.size() - 1;
    }

    public Vocabulary build() {
      return new Vocabulary(words);
    }
  }
}
