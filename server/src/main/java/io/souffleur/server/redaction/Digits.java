package io.souffleur.server.redaction;

import io.souffleur.server.core.text.Span;
import java.util.Arrays;

/**
 * Digits that stand together in a text, whatever the script, with at most {@link #APART} characters
 * between two of them that people put into numbers. Digits right behind one another are a group.
 */
final class Digits {

  /** So many characters may part two groups: {@code " - "}, a line break with its indent. */
  private static final int APART = 3;

  private final String text;
  private char[] digits = new char[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;
  private int next;

  /** The run that begins with the digit at {@code start}. */
  Digits(String text, int start) {
    this.text = text;
    int at = start;
    while (at < text.length()) {
      int digit = digit(text, at);
      if (digit >= 0) {
        int end = at + Character.charCount(text.codePointAt(at));
        add(digit, at, end);
        at = end;
      } else {
        at = afterSeparators(at);
        if (at < 0) {
          break;
        }
      }
    }
    next = ends[count - 1];
  }

  /** The value of the digit at {@code at}; -1 when none stands there. */
  static int digit(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    return Character.digit(text.codePointAt(at), 10);
  }

  private void add(int digit, int start, int end) {
    if (count == digits.length) {
      digits = Arrays.copyOf(digits, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    digits[count] = (char) ('0' + digit);
    starts[count] = start;
    ends[count++] = end;
  }

  /** Where the next digit stands; -1 when something else comes first. */
  private int afterSeparators(int from) {
    int at = from;
    while (at < text.length() && at - from < APART && isSeparator(text.charAt(at))) {
      at++;
    }
    return at < text.length() && digit(text, at) >= 0 ? at : -1;
  }

  private static boolean isSeparator(char c) {
    return switch (c) {
      case ' ', '-', '.', '/', '_', '(', ')', '\t', '\n', '\r' -> true;
      case '\u00ad', '\u2060', '\u2212', '\ufe0f', '\u20e3', '\ufeff', '\u00b7' -> true;
      default -> (c >= '\u200b' && c <= '\u2015') || (c >= 0x80 && Character.isSpaceChar(c));
    };
  }

  int count() {
    return count;
  }

  /** Where to look on, behind the last digit. */
  int end() {
    return next;
  }

  /** Whether a group begins with a digit. */
  boolean begins(int digit) {
    return digit == 0 || starts[digit] != ends[digit - 1];
  }

  /** Whether a group ends before a digit, which may be one past the last. */
  boolean endsBefore(int digit) {
    return digit == count || begins(digit);
  }

  /** The digits from one to another, the second exclusive, in ASCII. */
  char[] value(int from, int until) {
    return Arrays.copyOfRange(digits, from, until);
  }

  char at(int digit) {
    return digits[digit];
  }

  Span span(int from, int until) {
    return new Span(starts[from], ends[until - 1]);
  }

  /** The place of one digit. */
  Span place(int digit) {
    return new Span(starts[digit], ends[digit]);
  }

  int start(int digit) {
    return starts[digit];
  }

  /** Whether the digits from one to another are grouped like this. */
  boolean isGrouped(int from, int until, int... lengths) {
    int at = from;
    for (int length : lengths) {
      int end = at + length;
      if (end > until || !endsBefore(end) || !isWhole(at, end)) {
        return false;
      }
      at = end;
    }
    return at == until;
  }

  /** Whether no group begins between the two. */
  boolean isWhole(int from, int until) {
    for (int i = from + 1; i < until; i++) {
      if (begins(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether somebody may have typed these groups as one number: all of one length but the last, or
   * none of them short.
   */
  boolean isEven(int from, int until) {
    int first = groupEnd(from, until) - from;
    boolean same = true;
    boolean none = first >= 3;
    for (int at = from; at < until; ) {
      int end = groupEnd(at, until);
      boolean last = end == until;
      same &= last ? end - at <= first : end - at == first;
      none &= last || end - at >= 3;
      at = end;
    }
    return same || none;
  }

  private int groupEnd(int from, int until) {
    int end = from + 1;
    while (end < until && !begins(end)) {
      end++;
    }
    return end;
  }
}
