package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.nlp.text.Words;

/**
 * Reads whole numbers, in digits or in words: 48, "quarante-huit", "quatre-vingt-dix", "two
 * hundred". Immutable; safe for use by any thread.
 */
public final class Numbers {

  /** No number. */
  public static final int NONE = -1;

  /** Larger numbers are read as this one. */
  public static final int MOST = 999_999;

  private static final int LONGEST = 6;

  private final int[] values;

  /**
   * @param values by the number of a word in the vocabulary, or {@link #NONE}
   */
  Numbers(int[] values) {
    this.values = values;
  }

  /** Whether a number, or a part of one, stands at a position. */
  public boolean isAt(KnownWords known, int at) {
    return isDigits(known, at) || value(known, at) != NONE;
  }

  /** One past the number that begins at a position; that position itself when none does. */
  public int endOf(KnownWords known, int from) {
    if (isDigits(known, from)) {
      return from + 1;
    }
    int sentence = known.sentenceOf(from);
    int end = from;
    for (int at = from; at < Math.min(known.count(), from + LONGEST); at++) {
      if (known.sentenceOf(at) == sentence && read(known, from, at + 1) != NONE) {
        end = at + 1;
      } else if (value(known, at) == NONE) {
        break;
      }
    }
    return end;
  }

  /** Where the number that ends at a position begins; one past that position when none does. */
  public int beginOf(KnownWords known, int last) {
    if (isDigits(known, last)) {
      return last;
    }
    int sentence = known.sentenceOf(last);
    int begin = last + 1;
    for (int at = last; at >= Math.max(0, last - LONGEST + 1); at--) {
      if (known.sentenceOf(at) != sentence || value(known, at) == NONE) {
        break;
      }
      begin = read(known, at, last + 1) == NONE ? begin : at;
    }
    return begin;
  }

  /** The number between two positions, the second exclusive, or {@link #NONE}. */
  public int read(KnownWords known, int from, int until) {
    if (until == from + 1 && isDigits(known, from)) {
      return digits(known, from);
    }
    int thousands = 0;
    int sum = NONE;
    for (int at = from; at < until; at++) {
      int value = value(known, at);
      if (value == NONE) {
        return NONE;
      } else if (value == 1000) {
        if (thousands > 0) {
          return NONE;
        }
        thousands = 1000 * (sum == NONE ? 1 : sum);
        sum = 0;
      } else {
        sum = sum == NONE ? value : joined(sum, value);
        if (sum == NONE) {
          return NONE;
        }
      }
    }
    return thousands + sum;
  }

  /** What "soixante" and "douze", "two" and "hundred" are together, or {@link #NONE}. */
  private static int joined(int sum, int value) {
    int tens = sum % 100;
    if (value == 100) {
      return sum > 0 && sum < 10 ? sum * 100 : sum == 0 ? 100 : NONE;
    } else if (value == 20 && tens == 4) {
      return sum - 4 + 80;
    } else if (tens == 0 && value < 100) {
      return sum + value;
    }
    return tens >= 20 && tens % 10 == 0 && value > 0 && value < 20 ? sum + value : NONE;
  }

  private int value(KnownWords known, int at) {
    int id = known.id(at);
    return id == Vocabulary.UNKNOWN ? NONE : values[id];
  }

  private static boolean isDigits(KnownWords known, int at) {
    return known.words().has(known.source(at), Words.NUMBER);
  }

  private static int digits(KnownWords known, int at) {
    Words words = known.words();
    int source = known.source(at);
    int value = 0;
    for (int k = 0; k < words.length(source); k++) {
      int digit = words.folded()[words.from(source) + k] - '0';
      value = Math.min(MOST, value * 10 + digit);
    }
    return value;
  }
}
