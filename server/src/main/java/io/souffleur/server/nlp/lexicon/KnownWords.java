package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.nlp.text.Words;
import java.util.Arrays;

/**
 * The words of a message as one language understands them: each by its number in the vocabulary,
 * abbreviations and contractions written out, so that one typed word can be several here.
 *
 * <p>Positions run from 0 to {@link #count()}. Not changed once made; safe for use by any thread.
 */
public final class KnownWords {

  private final Words words;
  private int[] ids;
  private int[] source;
  private long[] groups;
  private boolean[] opens = {};
  private boolean[] closes = {};
  private int count;

  KnownWords(Words words) {
    this.words = words;
    int size = words.count() + 8;
    this.ids = new int[size];
    this.source = new int[size];
    this.groups = new long[size];
  }

  public Words words() {
    return words;
  }

  public int count() {
    return count;
  }

  /** The number of a word, or {@link Vocabulary#UNKNOWN}. */
  public int id(int position) {
    return ids[position];
  }

  /** The word of the message that a position stands for. */
  public int source(int position) {
    return source[position];
  }

  /** The groups a word is in, one bit each. */
  long groups(int position) {
    return groups[position];
  }

  /** Whether a clause begins here, small opening words looked through. */
  public boolean opens(int position) {
    return opens[position];
  }

  /** Whether a clause ends here, small closing words looked through. */
  public boolean closes(int position) {
    return closes[position];
  }

  /** The sentence a position belongs to. */
  public int sentenceOf(int position) {
    return words.sentenceOf(source[position]);
  }

  void add(int id, int from, long in) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
      source = Arrays.copyOf(source, count * 2);
      groups = Arrays.copyOf(groups, count * 2);
    }
    ids[count] = id;
    source[count] = from;
    groups[count] = in;
    count++;
  }

  void removeLast() {
    count--;
  }

  /** Finds where clauses begin and end, {@code binding} words holding on to what follows them. */
  void bound(long openers, long closers, long binding) {
    opens = new boolean[count];
    closes = new boolean[count];
    for (int i = 0; i < count; i++) {
      boolean first = i == 0 || source[i - 1] != source[i];
      opens[i] =
          (first && (words.has(source[i], Words.CLAUSE_START) || beginsAnew(i, binding)))
              || (i > 0 && opens[i - 1] && (groups[i - 1] & openers) != 0);
    }
    for (int i = count - 1; i >= 0; i--) {
      boolean last = i == count - 1 || source[i + 1] != source[i];
      closes[i] =
          (last
                  && (words.has(source[i], Words.CLAUSE_END)
                      || (i + 1 < count && beginsAnew(i + 1, binding))))
              || (i + 1 < count && closes[i + 1] && (groups[i + 1] & closers) != 0);
    }
  }

  /** Whether a capital alone parts a word from what stands before: "thank you Have a nice day". */
  private boolean beginsAnew(int position, long binding) {
    int at = source[position];
    return position > 0
        && isCapitalised(at)
        && !words.has(source[position - 1], Words.CAPITAL)
        && (groups[position - 1] & binding) == 0;
  }

  private boolean isCapitalised(int at) {
    return words.has(at, Words.CAPITAL)
        && !words.has(at, Words.ALL_CAPITALS)
        && words.length(at) > 1;
  }
}
