package io.souffleur.server.nlp.cue;

import java.util.Arrays;

/**
 * Digits that stand together in a text, in groups parted by single spaces, hyphens, dots or
 * brackets: "4970 1012 3456 7890", "514-555-0199". Longer ones are cut. Immutable.
 */
final class DigitRun {

  /** No number of a person has more digits. */
  private static final int LONGEST = 48;

  private final String text;
  private final char[] digits = new char[LONGEST];
  private final int[] at = new int[LONGEST];

  /** Index of the first digit of each group, and, at last, of the end. */
  private final int[] groups = new int[LONGEST + 1];

  private int count;
  private int groupCount;

  /** The run that begins with the digit at {@code start}. */
  DigitRun(String text, int start) {
    this.text = text;
    int i = start;
    boolean inGroup = false;
    while (i < text.length() && count < LONGEST) {
      char c = text.charAt(i);
      if (Codes.isDigit(c)) {
        if (!inGroup) {
          groups[groupCount++] = count;
          inGroup = true;
        }
        digits[count] = c;
        at[count++] = i;
        i++;
      } else {
        int next = nextGroup(i);
        if (next == i) {
          break;
        }
        inGroup = false;
        i = next;
      }
    }
    groups[groupCount] = count;
  }

  /** Where the next digit stands behind what parts two groups; {@code i} itself when none does. */
  private int nextGroup(int i) {
    int next = i;
    if (text.charAt(next) == ')') {
      next++;
    }
    if (next < text.length() && Codes.isSeparator(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == '(') {
      next++;
    }
    return next < text.length() && Codes.isDigit(text.charAt(next)) ? next : i;
  }

  String text() {
    return text;
  }

  int groupCount() {
    return groupCount;
  }

  /** How many digits the groups from one to another have, the second exclusive. */
  int length(int fromGroup, int untilGroup) {
    return groups[untilGroup] - groups[fromGroup];
  }

  /** The digits of the groups from one to another, the second exclusive. */
  char[] digits(int fromGroup, int untilGroup) {
    return Arrays.copyOfRange(digits, groups[fromGroup], groups[untilGroup]);
  }

  /** Whether the groups from one on have these lengths. */
  boolean isGrouped(int fromGroup, int untilGroup, int... lengths) {
    if (untilGroup - fromGroup != lengths.length) {
      return false;
    }
    for (int i = 0; i < lengths.length; i++) {
      if (length(fromGroup + i, fromGroup + i + 1) != lengths[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the first digit of a group stands in the text. */
  int start(int group) {
    return at[groups[group]];
  }

  /** One past the last digit before a group, in the text. */
  int end(int untilGroup) {
    return at[groups[untilGroup] - 1] + 1;
  }

  /** What parts a group from the one before: the first character. */
  char separatorBefore(int group) {
    return text.charAt(end(group));
  }
}
