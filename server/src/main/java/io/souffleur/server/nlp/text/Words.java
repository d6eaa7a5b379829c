package io.souffleur.server.nlp.text;

import io.souffleur.server.core.text.Span;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The words of one message, folded, with their places in the message as received.
 *
 * <p>Word indices run from 0 to {@link #count()}. A sentence is a run of words; sentence indices
 * run from 0 to {@link #sentences()}. Not changed once scanned; safe for use by any thread.
 */
public final class Words {

  /** The first word after a sentence end, a comma, a dash, an emoji, or of the message. */
  public static final int CLAUSE_START = 1;

  /** The last word before such a mark, or of the message. */
  public static final int CLAUSE_END = 1 << 1;

  /** Written with a capital first letter. */
  public static final int CAPITAL = 1 << 2;

  /** At least two letters, all capitals. */
  public static final int ALL_CAPITALS = 1 << 3;

  /** Made of digits. */
  public static final int NUMBER = 1 << 4;

  /** Between quotation marks that do not enclose the whole message. */
  public static final int QUOTED = 1 << 5;

  /** One letter at least three times in a row. */
  public static final int STRETCHED = 1 << 6;

  /** Joined to the word before by an apostrophe or a hyphen, or nothing at all. */
  public static final int JOINED = 1 << 7;

  /** Preceded by a comma. */
  public static final int AFTER_COMMA = 1 << 8;

  /** Part of an address: of mail, of a page. */
  public static final int ADDRESS = 1 << 9;

  /** What the first word of a clause has. */
  private static final int BEGINNING = CLAUSE_START | AFTER_COMMA;

  private final String text;
  private char[] folded;
  private int foldedLength;
  private int[] foldedStart = new int[33];
  private int[] start = new int[32];
  private int[] end = new int[32];
  private int[] flags = new int[32];
  private int[] sentenceOf = new int[32];
  private int count;

  private int[] sentenceFirst = new int[8];
  private int[] sentenceEndOffset = new int[8];
  private char[] mark = new char[8];
  private int sentences;

  Words(String text) {
    this.text = text;
    this.folded = new char[text.length() + 8];
  }

  /** The message as received. */
  public String text() {
    return text;
  }

  public int count() {
    return count;
  }

  /** Where the folded letters of word {@code i} begin in {@link #folded()}. */
  public int from(int i) {
    return foldedStart[i];
  }

  /** How many folded letters word {@code i} has. */
  public int length(int i) {
    return foldedStart[i + 1] - foldedStart[i];
  }

  /** The folded letters of all words, one after the other. Not to be changed. */
  public char[] folded() {
    return folded;
  }

  /** The folded letters of word {@code i}. */
  public String word(int i) {
    return new String(folded, from(i), length(i));
  }

  /** Whether word {@code i} folds to {@code other}. */
  public boolean is(int i, String other) {
    int length = length(i);
    if (length != other.length()) {
      return false;
    }
    int from = from(i);
    for (int k = 0; k < length; k++) {
      if (folded[from + k] != other.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  public int start(int i) {
    return start[i];
  }

  public int end(int i) {
    return end[i];
  }

  /** Whether word {@code i} has the {@code flag}, one of this class's constants. */
  public boolean has(int i, int flag) {
    return (flags[i] & flag) != 0;
  }

  public int sentenceOf(int i) {
    return sentenceOf[i];
  }

  public int sentences() {
    return sentences;
  }

  /** First word of a sentence. */
  public int firstOf(int sentence) {
    return sentenceFirst[sentence];
  }

  /** One past the last word of a sentence. */
  public int endOf(int sentence) {
    return sentence + 1 < sentences ? sentenceFirst[sentence + 1] : count;
  }

  /** The mark a sentence ends with: {@code . ! ?}, a line break, or 0 for none. */
  public char markOf(int sentence) {
    return mark[sentence];
  }

  /** From the first word of a sentence to its last mark. */
  public Span spanOf(int sentence) {
    int from = start[firstOf(sentence)];
    return new Span(from, Math.max(sentenceEndOffset[sentence], end[endOf(sentence) - 1]));
  }

  /** From the first of some words to the last of them, {@code last} inclusive. */
  public Span span(int first, int last) {
    return new Span(start[first], end[last]);
  }

  /**
   * These words but for some, as if those had not been written: what began a clause with one of
   * them begins with the next, and a pause after one is none.
   */
  Words without(BitSet left) {
    Words rest = new Words(text);
    rest.folded = new char[foldedLength];
    for (int sentence = 0; sentence < sentences; sentence++) {
      int first = rest.count;
      int begun = 0;
      boolean afterLeft = false;
      for (int i = firstOf(sentence); i < endOf(sentence); i++) {
        if (left.get(i)) {
          begun |= flags[i] & BEGINNING;
        } else {
          rest.copy(this, i, afterLeft ? (flags[i] & ~BEGINNING) | begun : flags[i]);
          begun = 0;
        }
        afterLeft = left.get(i);
      }
      if (rest.count > first) {
        rest.flags[rest.count - 1] |= afterLeft ? CLAUSE_END : 0;
        rest.addSentence(first, sentenceEndOffset[sentence], mark[sentence]);
      }
    }
    return rest;
  }

  private void copy(Words from, int i, int flag) {
    open(from.start[i], flag);
    System.arraycopy(from.folded, from.from(i), folded, foldedLength, from.length(i));
    foldedLength += from.length(i);
    end[count] = from.end[i];
    sentenceOf[count] = sentences;
    count++;
    foldedStart[count] = foldedLength;
  }

  void open(int at, int flag) {
    if (count == start.length) {
      int size = count * 2;
      foldedStart = Arrays.copyOf(foldedStart, size + 1);
      start = Arrays.copyOf(start, size);
      end = Arrays.copyOf(end, size);
      flags = Arrays.copyOf(flags, size);
      sentenceOf = Arrays.copyOf(sentenceOf, size);
    }
    foldedStart[count] = foldedLength;
    start[count] = at;
    end[count] = at;
    flags[count] = flag;
  }

  void letter(char c, int endsAt) {
    if (foldedLength == folded.length) {
      folded = Arrays.copyOf(folded, folded.length * 2);
    }
    int from = foldedStart[count];
    if (foldedLength - from >= 2
        && folded[foldedLength - 1] == c
        && folded[foldedLength - 2] == c
        && !Character.isDigit(c)) {
      flags[count] |= STRETCHED;
    }
    folded[foldedLength++] = c;
    end[count] = endsAt;
  }

  void extend(int endsAt) {
    end[count] = endsAt;
  }

  void flag(int i, int flag) {
    flags[i] |= flag;
  }

  void close() {
    if (newSentence()) {
      addSentence(count, -1, (char) 0);
    }
    sentenceOf[count] = sentences - 1;
    count++;
    foldedStart[count] = foldedLength;
  }

  private void addSentence(int first, int endOffset, char with) {
    if (sentences == mark.length) {
      sentenceFirst = Arrays.copyOf(sentenceFirst, sentences * 2);
      sentenceEndOffset = Arrays.copyOf(sentenceEndOffset, sentences * 2);
      mark = Arrays.copyOf(mark, sentences * 2);
    }
    sentenceFirst[sentences] = first;
    sentenceEndOffset[sentences] = endOffset;
    mark[sentences] = with;
    sentences++;
  }

  /** Ends the sentence of the last word; a question mark outweighs the marks before it. */
  void endSentence(char with, int endsAt) {
    if (sentences == 0) {
      return;
    }
    int last = sentences - 1;
    boolean open = sentenceEndOffset[last] < 0;
    if (open || with == '?') {
      mark[last] = with;
    }
    sentenceEndOffset[last] = endsAt;
  }

  private boolean newSentence() {
    return sentences == 0 || sentenceEndOffset[sentences - 1] >= 0;
  }
}
