package io.souffleur.server.redaction;

import io.souffleur.server.core.text.PersonalNumbers;

/** Finds phone numbers in digits: of France and North America, and what begins with a plus. */
final class PhoneFinder {

  static final int SHORTEST = 8;

  private static final int LONGEST = 15;
  private static final int NATIONAL = 10;

  private final String text;
  private final Digits digits;

  PhoneFinder(String text, Digits digits) {
    this.text = text;
    this.digits = digits;
  }

  /** Where the number ends that begins with a digit, exclusive; -1 when none does. */
  int from(int first) {
    if (!digits.begins(first) || isInWord(first)) {
      return -1;
    }
    if (first == 0 && hasPlus()) {
      return international(0);
    }
    if (starts(first, '0', '0')
        && digits.count() > first + 3
        && !Before.saysReference(text, digits.start(first))) {
      int end = international(first + 2);
      if (end > 0) {
        return end;
      }
    }
    int end = first + NATIONAL;
    if (fits(end) && isFrench(first, end)) {
      return end;
    }
    if (digits.at(first) == '1' && fits(end + 1) && isAmerican(first + 1, end + 1)) {
      return end + 1;
    }
    return fits(end) && isAmerican(first, end) ? end : -1;
  }

  private boolean isInWord(int first) {
    int start = digits.start(first);
    return start > 0 && Character.isLetter(text.charAt(start - 1));
  }

  private boolean fits(int end) {
    return end <= digits.count() && digits.endsBefore(end);
  }

  private boolean starts(int first, char one, char two) {
    return first + 1 < digits.count() && digits.at(first) == one && digits.at(first + 1) == two;
  }

  private boolean hasPlus() {
    int before = digits.start(0) - 1;
    while (before >= 0 && (text.charAt(before) == '(' || text.charAt(before) == ' ')) {
      before--;
    }
    return before >= 0 && (text.charAt(before) == '+' || text.charAt(before) == '\uff0b');
  }

  /** The end of a number whose country code begins with {@code first}; -1 when it is none. */
  private int international(int first) {
    if (starts(first, '3', '3')) {
      int trunk = first + 2 < digits.count() && digits.at(first + 2) == '0' ? 1 : 0;
      int end = first + 11 + trunk;
      return fits(end) ? end : -1;
    }
    if (digits.at(first) == '1' && fits(first + 11)) {
      return first + 11;
    }
    for (int end = Math.min(digits.count(), first + LONGEST); end - first >= SHORTEST; end--) {
      if (fits(end)) {
        return end;
      }
    }
    return -1;
  }

  private boolean isFrench(int from, int end) {
    return PersonalNumbers.isFrenchPhone(digits.value(from, end))
        && (digits.isGrouped(from, end, 2, 2, 2, 2, 2)
            || !Before.saysReference(text, digits.start(from)));
  }

  private boolean isAmerican(int from, int end) {
    return PersonalNumbers.isAmericanPhone(digits.value(from, end))
        && (digits.isGrouped(from, end, 3, 3, 4)
            || digits.isGrouped(from, end, 3, 7)
            || (digits.isWhole(from, end) && !Before.saysReference(text, digits.start(from))));
  }
}
