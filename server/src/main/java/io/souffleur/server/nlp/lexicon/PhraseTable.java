package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.nlp.text.Words;

/**
 * All phrases of one language in one graph over words, sets of words, numbers and gaps; a message
 * is walked through it once from each of its words. Immutable; safe for use by any thread.
 *
 * <p>Edges over one word sit in one hash table, since most phrases part there; edges over sets of
 * words sit at their node. A node may also lead to others without a word: where the many branches
 * of one phrase come together again, and where the words end that show its cue.
 */
final class PhraseTable {

  private static final int SYMBOL_BITS = 24;

  /** Edges over any number, and over anything, beside those over the words of the vocabulary. */
  static final int DIGITS = 1 << 23;

  static final int ANY = DIGITS + 1;

  /** What shows the cue reaches to the end of the phrase. */
  private static final int OPEN = -1;

  private static final byte HAS_WORDS = 1;
  private static final byte HAS_DIGITS = 2;
  private static final byte HAS_ANY = 4;

  private final long[] keys;
  private final int[] children;
  private final int mask;
  private final byte[] has;
  private final int[][] setsAt;
  private final int[][] childrenBySet;
  private final int[][] joins;
  private final int[][] marks;
  private final int[][] ends;
  private final long[][] sets;

  PhraseTable(PhraseTableBuilder builder) {
    int size = Integer.highestOneBit(Math.max(16, builder.edges().size() * 3));
    this.keys = new long[size];
    this.children = new int[size];
    this.mask = size - 1;
    int nodes = builder.nodes();
    this.has = new byte[nodes];
    this.setsAt = new int[nodes][];
    this.childrenBySet = new int[nodes][];
    this.joins = new int[nodes][];
    this.marks = new int[nodes][];
    this.ends = new int[nodes][];
    this.sets = builder.sets();
    builder.edges().forEach(this::put);
    for (int node = 0; node < nodes; node++) {
      setsAt[node] = builder.setsAt(node);
      childrenBySet[node] = builder.childrenBySet(node);
      joins[node] = builder.joins(node);
      marks[node] = builder.marks(node);
      ends[node] = builder.ends(node);
    }
  }

  static long key(int node, int symbol) {
    return ((long) node << SYMBOL_BITS) | symbol;
  }

  /** Gives every phrase found in {@code known} to {@code found}, by where it begins. */
  void find(KnownWords known, Lexicon.Found found) {
    find(known, 0, known.count(), found);
  }

  /** Gives every phrase that begins between two positions, the second exclusive. */
  void find(KnownWords known, int first, int until, Lexicon.Found found) {
    for (int from = first; from < until; from++) {
      if (known.id(from) >= 0) {
        word(known, 0, from, from, OPEN, found);
      }
      if ((has[0] & HAS_DIGITS) != 0) {
        digits(known, 0, from, from, OPEN, found);
      }
    }
  }

  /**
   * @param shown the last position of what shows the cue, or {@link #OPEN}
   */
  private void walk(KnownWords known, int node, int from, int at, int shown, Lexicon.Found found) {
    for (int phrase : ends[node]) {
      found.phrase(phrase, from, shown == OPEN ? at - 1 : shown);
    }
    for (int join : joins[node]) {
      walk(known, join, from, at, shown, found);
    }
    for (int mark : marks[node]) {
      walk(known, mark, from, at, at - 1, found);
    }
    if (at >= known.count() || known.sentenceOf(at) != known.sentenceOf(from)) {
      return;
    }
    byte here = has[node];
    int id = known.id(at);
    if (id >= 0) {
      if ((here & HAS_WORDS) != 0) {
        word(known, node, from, at, shown, found);
      }
      int[] over = setsAt[node];
      for (int i = 0; i < over.length; i++) {
        if ((sets[over[i]][id >>> 6] & (1L << id)) != 0) {
          walk(known, childrenBySet[node][i], from, at + 1, shown, found);
        }
      }
    }
    if ((here & HAS_DIGITS) != 0) {
      digits(known, node, from, at, shown, found);
    }
    if ((here & HAS_ANY) != 0) {
      step(known, node, ANY, from, at, shown, found);
    }
  }

  private void word(KnownWords known, int node, int from, int at, int shown, Lexicon.Found found) {
    step(known, node, known.id(at), from, at, shown, found);
  }

  private void digits(
      KnownWords known, int node, int from, int at, int shown, Lexicon.Found found) {
    if (known.words().has(known.source(at), Words.NUMBER)) {
      step(known, node, DIGITS, from, at, shown, found);
    }
  }

  private void step(
      KnownWords known, int node, int symbol, int from, int at, int shown, Lexicon.Found found) {
    long key = key(node, symbol);
    int slot = slot(key);
    while (children[slot] != 0) {
      if (keys[slot] == key) {
        walk(known, children[slot], from, at + 1, shown, found);
        return;
      }
      slot = (slot + 1) & mask;
    }
  }

  private void put(long key, int child) {
    int slot = slot(key);
    while (children[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    children[slot] = child;
    int node = (int) (key >>> SYMBOL_BITS);
    int symbol = (int) (key & ((1 << SYMBOL_BITS) - 1));
    if (symbol == ANY) {
      has[node] |= HAS_ANY;
    } else if (symbol == DIGITS) {
      has[node] |= HAS_DIGITS;
    } else {
      has[node] |= HAS_WORDS;
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }
}
