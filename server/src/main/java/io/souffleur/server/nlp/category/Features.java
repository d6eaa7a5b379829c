package io.souffleur.server.nlp.category;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Mood;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.Arrays;

/**
 * What a model sees of some words, each feature as a 64-bit number: the words, each two that follow
 * each other or have one between them, the classes they are in ({@code classes.txt}), pieces of
 * each word (so that a typing error or another ending leaves something to go by), how many words
 * please and displease, negations taken into account, and the marks and faces between them. Made
 * the same way for training and for judging; no string is made. Not for several threads.
 */
public final class Features {

  /** Pieces of words have this many letters, the edges of the word counted as letters. */
  private static final int PIECE = 5;

  private static final long WORD = 1;
  private static final long PAIR = 2;
  private static final long APART = 3;
  private static final long CLASS = 4;
  private static final long CLASS_PAIR = 5;
  private static final long PIECE_OF_WORD = 6;
  private static final long MARK = 7;
  private static final long LENGTH = 8;
  private static final long ALWAYS = 9;
  private static final long SIGN = 10;
  private static final long TURNED = 11;
  private static final long MOOD = 12;
  private static final long FACE = 13;

  /** How far a negation reaches, in words. */
  private static final int NEGATION_REACH = 3;

  /** More words of a mood than this say no more. */
  private static final int MOST_OF_A_MOOD = 3;

  private static final long NUMBER = text("<n>");
  private static final long ADDRESS = text("<at>");
  private static final long BEGIN = text("^");
  private static final long END = text("$");
  private static final char EDGE = ' ';

  /** Hearts, stars and faces of the oldest kind: the symbols that are one character. */
  private static final char FIRST_SYMBOL = '\u2600';

  private static final char LAST_SYMBOL = '\u27BF';

  private final Lexicon lexicon;
  private final KnownWords known;
  private long[] found = new long[128];
  private int count;
  private int pleased;
  private int displeased;

  private Features(Lexicon lexicon, KnownWords known) {
    this.lexicon = lexicon;
    this.known = known;
  }

  /**
   * The features of the words from one position to another, the second exclusive, each once, in
   * order.
   */
  public static long[] of(
      Lexicon lexicon, KnownWords known, int from, int until, Register register) {
    Features features = new Features(lexicon, known);
    features.collect(from, until);
    switch (register) {
      case CONVERSATION -> features.add(ALWAYS, 0, 0);
      case POST -> features.add(ALWAYS, 1, 0);
      case CALL -> {
        features.add(ALWAYS, 0, 0);
        features.add(ALWAYS, 2, 0);
      }
    }
    return features.distinct();
  }

  private long[] distinct() {
    Arrays.sort(found, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private void collect(int from, int until) {
    long before = BEGIN;
    long beforeThat = 0;
    long classBefore = 0;
    int turning = from - NEGATION_REACH - 1;
    for (int i = from; i <= until; i++) {
      long word = i == until ? END : word(i);
      long group = i == until || word == ADDRESS ? 0 : lexicon.classOf(known.id(i));
      if (i < until) {
        add(WORD, word, 0);
        if (group != 0) {
          add(CLASS, group, 0);
          boolean turned = i - turning <= NEGATION_REACH;
          if (turned) {
            add(TURNED, group, 0);
          }
          turning = feel(lexicon.moodOf(known.id(i)), turned) ? i : turning;
        }
      }
      add(PAIR, before, word);
      if (beforeThat != 0) {
        add(APART, beforeThat, word);
      }
      if (group != 0 || classBefore != 0) {
        add(CLASS_PAIR, classBefore != 0 ? -classBefore : before, group != 0 ? -group : word);
      }
      beforeThat = before;
      before = word;
      classBefore = group;
    }
    moods();
    marks(from, until);
    add(LENGTH, Math.min(8, (until - from) / 3), 0);
  }

  /** Counts a word's mood; whether it turns the words that follow. */
  private boolean feel(Mood mood, boolean turned) {
    switch (mood) {
      case PLEASED -> {
        pleased += turned ? 0 : 1;
        displeased += turned ? 1 : 0;
      }
      case DISPLEASED -> {
        pleased += turned ? 1 : 0;
        displeased += turned ? 0 : 1;
      }
      case TURNING, NONE -> {}
    }
    return mood == Mood.TURNING;
  }

  private void moods() {
    int good = Math.min(pleased, MOST_OF_A_MOOD);
    int bad = Math.min(displeased, MOST_OF_A_MOOD);
    add(MOOD, good, 0);
    add(MOOD, bad, 1);
    if (good > 0 == bad > 0) {
      add(MOOD, good > 0 ? 1 : 0, 2);
    }
  }

  /** The marks behind the sentences, signs that are no words, and words in capitals. */
  private void marks(int from, int until) {
    Words words = known.words();
    int capitals = 0;
    for (int i = from; i < until; i++) {
      boolean ends = i + 1 == known.count() || known.sentenceOf(i + 1) != known.sentenceOf(i);
      char mark = ends ? words.markOf(known.sentenceOf(i)) : 0;
      if (mark == '?' || mark == '!') {
        add(MARK, mark, 0);
      }
      capitals += words.has(known.source(i), Words.ALL_CAPITALS) ? 1 : 0;
    }
    if (capitals > 1) {
      add(SIGN, capitals > 3 ? 2 : 1, 0);
    }
    int begin = words.start(known.source(from));
    int end = until == known.count() ? words.text().length() : words.start(known.source(until));
    for (int at = begin; at < end; at++) {
      char c = words.text().charAt(at);
      Face face = Face.at(words.text(), at);
      if (face != Face.NONE) {
        add(FACE, face.number(), 0);
      }
      char next = at + 1 < end ? words.text().charAt(at + 1) : ' ';
      if (c == '…' || ((c == '.' || c == '!' || c == '?') && isMark(next))) {
        add(MARK, c, next == c || c == '…' ? 1 : 2);
      } else if (Character.isHighSurrogate(c) && at + 1 < end) {
        add(SIGN, Character.toCodePoint(c, words.text().charAt(at + 1)), 1);
      } else if (c >= FIRST_SYMBOL && c <= LAST_SYMBOL) {
        add(SIGN, c, 1);
      }
    }
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  /** The word at a position, as a number; its pieces are features at once. */
  private long word(int position) {
    Words words = known.words();
    int source = known.source(position);
    if (words.has(source, Words.NUMBER)) {
      return NUMBER;
    }
    if (words.has(source, Words.ADDRESS)) {
      return ADDRESS;
    }
    int id = known.id(position);
    if (id != Vocabulary.UNKNOWN) {
      String word = lexicon.vocabulary().word(id);
      pieces(word.toCharArray(), 0, word.length());
      return text(word);
    }
    int from = words.from(source);
    int length = words.length(source);
    pieces(words.folded(), from, length);
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = letter(hash, words.folded()[from + i]);
    }
    return hash;
  }

  private void pieces(char[] letters, int from, int length) {
    for (int start = -1; start + PIECE <= length + 1; start++) {
      long hash = 0;
      for (int k = start; k < start + PIECE; k++) {
        hash = letter(hash, k < 0 || k >= length ? EDGE : letters[from + k]);
      }
      add(PIECE_OF_WORD, hash, 0);
    }
  }

  private void add(long kind, long first, long second) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = mixed(mixed(mixed(kind) + first) + second);
  }

  private static long text(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = letter(hash, word.charAt(i));
    }
    return hash;
  }

  private static long letter(long hash, char letter) {
    return (hash ^ letter) * 0x100000001B3L + 1;
  }

  /** Spreads a number over all 64 bits; the finisher of the SplitMix generator. */
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
