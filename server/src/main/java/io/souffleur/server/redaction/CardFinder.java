package io.souffleur.server.redaction;

import io.souffleur.server.core.text.PersonalNumbers;

/**
 * Finds payment cards in digits as people type them. A miss keeps what must not be kept, a false
 * alarm hides a number: in doubt it is a card.
 */
final class CardFinder {

  static final int SHORTEST = 13;

  private static final int LONGEST = 19;

  /** How many digits cards have, the usual first. */
  private static final int[] LENGTHS = {16, 15, 14, 19, 13, 18, 17};

  private static final int SIREN = 9;

  private final String text;
  private final Digits digits;

  CardFinder(String text, Digits digits) {
    this.text = text;
    this.digits = digits;
  }

  /** Where the card ends that begins with a digit, exclusive; -1 when none does. */
  int from(int first) {
    if (!digits.begins(first)) {
      return -1;
    }
    if (first == 0 && digits.count() <= LONGEST && isCard(0, digits.count())) {
      return digits.count();
    }
    for (int length : LENGTHS) {
      int until = first + length;
      if (until <= digits.count() && digits.endsBefore(until) && isCard(first, until)) {
        return until;
      }
    }
    return -1;
  }

  private boolean isCard(int from, int until) {
    boolean alone = from == 0 && until == digits.count();
    return until - from >= SHORTEST
        && (alone || digits.isEven(from, until))
        && PersonalNumbers.isCard(digits.value(from, until))
        && !isCompany(from, until)
        && !isArticle(from, until);
  }

  /** A French SIRET has 14 digits and the check digit of a card; its first nine have one, too. */
  private boolean isCompany(int from, int until) {
    return until - from == 14
        && PersonalNumbers.luhn(digits.value(from, from + SIREN))
        && (digits.isGrouped(from, until, 3, 3, 3, 5)
            || digits.isGrouped(from, until, 9, 5)
            || Before.saysCompany(text, digits.start(from)));
  }

  private boolean isArticle(int from, int until) {
    return until - from == 13 && Before.saysArticle(text, digits.start(from));
  }
}
