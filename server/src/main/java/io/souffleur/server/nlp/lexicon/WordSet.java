package io.souffleur.server.nlp.lexicon;

import java.util.BitSet;

/** Some words of the vocabulary. Immutable; safe for use by any thread. */
public final class WordSet {

  private final long[] bits;

  /**
   * @param words by their numbers
   */
  WordSet(BitSet words) {
    this.bits = words.toLongArray();
  }

  /** Whether the word at a position is one of them. */
  public boolean has(KnownWords known, int position) {
    int id = known.id(position);
    int word = id >> 6;
    return id >= 0 && word < bits.length && (bits[word] & (1L << id)) != 0;
  }
}
