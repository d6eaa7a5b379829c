package io.souffleur.server.redaction;

import io.souffleur.server.core.text.PersonalNumbers;
import io.souffleur.server.core.text.Span;
import java.util.Optional;

/** Finds what is made of letters and digits: IBANs, social security numbers, mail addresses. */
final class LetterCodes {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int SOCIAL_LENGTH = 15;
  private static final int MOST_BETWEEN = 3;

  private LetterCodes() {}

  /** The IBAN whose two letters begin at {@code start}. */
  static Optional<Span> iban(String text, int start) {
    boolean begins = start == 0 || !isWord(text.charAt(start - 1));
    if (!begins || !checked(text, start + 2)) {
      return Optional.empty();
    }
    int length =
        PersonalNumbers.ibanLength(capital(text.charAt(start)), capital(text.charAt(start + 1)));
    if (length == 0) {
      return Optional.empty();
    }
    StringBuilder iban = new StringBuilder(length);
    int end = collect(text, start, length, iban);
    return end > 0 && PersonalNumbers.isIban(iban)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /** Whether two digits stand here, which an IBAN has behind its country, a space apart perhaps. */
  private static boolean checked(String text, int at) {
    int digits = 0;
    for (int i = at; i < Math.min(text.length(), at + 4) && digits < 2; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (!isBetween(c)) {
        return false;
      }
    }
    return digits == 2;
  }

  /** The French social security number that begins with the digit at {@code start}. */
  static Optional<Span> social(String text, int start) {
    StringBuilder number = new StringBuilder(SOCIAL_LENGTH);
    int end = collect(text, start, SOCIAL_LENGTH, number);
    return end > 0 && PersonalNumbers.isFrenchSocial(number)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /** Where the last of {@code length} letters and digits ended; -1 when there are other than so. */
  private static int collect(String text, int start, int length, StringBuilder into) {
    int at = start;
    int between = 0;
    while (at < text.length() && into.length() < length) {
      char c = capital(text.charAt(at));
      if (isAlphanumeric(c)) {
        into.append(c);
        between = 0;
      } else if (isBetween(c) && between < MOST_BETWEEN) {
        between++;
      } else {
        return -1;
      }
      at++;
    }
    boolean more = at < text.length() && isWord(text.charAt(at));
    return into.length() == length && !more ? at : -1;
  }

  /** The mail address around the {@code @} at {@code at}, which may have letters of any script. */
  static Optional<Span> mailAddress(String text, int at) {
    int start = at;
    while (start > Math.max(0, at - LONGEST_LOCAL_PART) && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !isWord(text.charAt(start))) {
      start++;
    }
    int end = at + 1;
    int limit = Math.min(text.length(), at + 1 + LONGEST_DOMAIN);
    while (end < limit && (isWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    while (end > at && !isWord(text.charAt(end - 1))) {
      end--;
    }
    int dot = end;
    while (dot > at && text.charAt(dot - 1) != '.') {
      dot--;
    }
    dot--;
    return start < at && dot > at + 1 && end - dot >= 3
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  private static boolean isBetween(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\u2009'
        || (c >= '\u2010' && c <= '\u2013');
  }

  private static boolean isLocal(char c) {
    return isWord(c) || "._%+-'&".indexOf(c) >= 0;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  private static char capital(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }
}
