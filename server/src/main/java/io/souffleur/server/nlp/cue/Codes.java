package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.text.PersonalNumbers;
import io.souffleur.server.core.text.Span;
import java.util.Optional;

/**
 * Finds what is made of letters, digits and signs in one text: mail addresses, IBANs and the like.
 */
final class Codes {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int SOCIAL_LENGTH = 15;

  private Codes() {}

  /** The mail address around an {@code @} (a subset of RFC 5321: no quotes, no literals). */
  static Optional<Span> mailAddress(String text, int at) {
    int start = at;
    while (start > Math.max(0, at - LONGEST_LOCAL_PART) && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !isAlphanumeric(text.charAt(start))) {
      start++;
    }
    int end = at + 1;
    int lastDot = -1;
    int limit = Math.min(text.length(), at + 1 + LONGEST_DOMAIN);
    while (end < limit && isDomain(text.charAt(end))) {
      lastDot =
          text.charAt(end) == '.' && end + 1 < limit && isAlphanumeric(text.charAt(end + 1))
              ? end
              : lastDot;
      end++;
    }
    while (end > at && !isAlphanumeric(text.charAt(end - 1))) {
      end--;
    }
    boolean whole = start < at && lastDot > at + 1 && end - lastDot >= 3;
    return whole ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  /** The IBAN whose check digits begin at {@code digit}. */
  static Optional<Span> iban(String text, int digit) {
    int start = digit - 2;
    if (start < 0 || (start > 0 && isAlphanumeric(text.charAt(start - 1)))) {
      return Optional.empty();
    }
    char first = capital(text.charAt(start));
    char second = capital(text.charAt(start + 1));
    int length = PersonalNumbers.ibanLength(first, second);
    if (length == 0) {
      return Optional.empty();
    }
    StringBuilder iban = new StringBuilder(length);
    int end = collect(text, start, length, iban);
    return end > start && PersonalNumbers.isIban(iban)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /** The French social security number that begins at {@code start}. */
  static Optional<Span> frenchSocial(String text, int start) {
    StringBuilder number = new StringBuilder(SOCIAL_LENGTH);
    int end = collect(text, start, SOCIAL_LENGTH, number);
    return end > start && PersonalNumbers.isFrenchSocial(number)
        ? Optional.of(new Span(start, end))
        : Optional.empty();
  }

  /**
   * Collects letters as capitals, and digits, single spaces, hyphens and dots between them left
   * out.
   *
   * @return where the last of {@code length} ended, or -1 when there are fewer, or more
   */
  private static int collect(String text, int start, int length, StringBuilder into) {
    int at = start;
    while (at < text.length() && into.length() < length) {
      char c = text.charAt(at);
      if (isAlphanumeric(c)) {
        into.append(capital(c));
      } else if (!isSeparator(c) || isSeparator(text.charAt(at - 1))) {
        return -1;
      }
      at++;
    }
    boolean more = at < text.length() && isAlphanumeric(text.charAt(at));
    return into.length() == length && !more ? at : -1;
  }

  static boolean isSeparator(char c) {
    return switch (c) {
      case ' ', '-', '.', '\u00a0', '\u202f', '\u2009', '\u2010', '\u2011', '\u2013' -> true;
      default -> false;
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLocal(char c) {
    return isAlphanumeric(c) || "._%+-'".indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return isAlphanumeric(c) || c == '.' || c == '-';
  }

  private static char capital(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }
}
