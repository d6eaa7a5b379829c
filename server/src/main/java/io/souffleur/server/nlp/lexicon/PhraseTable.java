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
  private static final byte HAS_SETS = 8;
  private static final byte HAS_JOINS = 16;
  private static final byte HAS_MARKS = 32;
  private static final byte HAS_ENDS = 64;

  /** Where an edge comes from and what it is over, and behind that where it leads to, 0 if none. */
  private final long[] edges;

  private final int mask;

  /** What a node has: most have little, and each look at it may be one at the main memory. */
  private final byte[] has;

  private final int[][] setsAt;
  private final int[][] childrenBySet;
  private final int[][] joins;
  private final int[][] marks;
  private final int[][] ends;
  private final long[][] sets;

  PhraseTable(PhraseTableBuilder builder) {
    int size = Integer.highestOneBit(Math.max(16, builder.edges().size() * 3));
    this.edges = new long[2 * size];
    this.mask = 2 * size - 2;
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
      has[node] |= setsAt[node].length > 0 ? HAS_SETS : 0;
      has[node] |= joins[node].length > 0 ? HAS_JOINS : 0;
      has[node] |= marks[node].length > 0 ? HAS_MARKS : 0;
      has[node] |= ends[node].length > 0 ? HAS_ENDS : 0;
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
    byte here = has[node];
    if ((here & HAS_ENDS) != 0) {
      for (int phrase : ends[node]) {
        found.phrase(phrase, from, shown == OPEN ? at - 1 : shown);
      }
    }
    if ((here & HAS_JOINS) != 0) {
      for (int join : joins[node]) {
        walk(known, join, from, at, shown, found);
      }
    }
    if ((here & HAS_MARKS) != 0) {
      for (int mark : marks[node]) {
        walk(known, mark, from, at, at - 1, found);
      }
    }
    if (at >= known.count() || known.sentenceOf(at) != known.sentenceOf(from)) {
      return;
    }
    int id = known.id(at);
    if (id >= 0) {
      if ((here & HAS_WORDS) != 0) {
        word(known, node, from, at, shown, found);
      }
      if ((here & HAS_SETS) != 0) {
        sets(known, node, from, at, shown, found);
      }
    }
    if ((here & HAS_DIGITS) != 0) {
      digits(known, node, from, at, shown, found);
    }
    if ((here & HAS_ANY) != 0) {
      step(known, node, ANY, from, at, shown, found);
    }
  }

  private void sets(KnownWords known, int node, int from, int at, int shown, Lexicon.Found found) {
    int id = known.id(at);
    int[] over = setsAt[node];
    for (int i = 0; i < over.length; i++) {
      if ((sets[over[i]][id >>> 6] & (1L << id)) != 0) {
        walk(known, childrenBySet[node][i], from, at + 1, shown, found);
      }
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
    while (edges[slot + 1] != 0) {
      if (edges[slot] == key) {
        walk(known, (int) edges[slot + 1], from, at + 1, shown, found);
        return;
      }
      slot = (slot + 2) & mask;
    }
  }

  private void put(long key, int child) {
    int slot = slot(key);
    while (edges[slot + 1] != 0) {
      slot = (slot + 2) & mask;
    }
    edges[slot] = key;
    edges[slot + 1] = child;
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
