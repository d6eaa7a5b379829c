package io.souffleur.server.core.text;

import java.util.Map;

/** Tells numbers that belong to people by their own check digits and plans. Stateless. */
public final class PersonalNumbers {

  /** How long an IBAN is, by its country (ISO 13616 registry, release 99). */
  private static final Map<String, Integer> IBAN_LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AT", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("CH", 21),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("EE", 20),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GI", 23),
          Map.entry("GR", 27),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("MA", 28),
          Map.entry("MC", 27),
          Map.entry("MT", 31),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PL", 28),
          Map.entry("PT", 25),
          Map.entry("RO", 24),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("TN", 24),
          Map.entry("VA", 22));

  private PersonalNumbers() {}

  /** A payment card (ISO/IEC 7812): a known issuer, a length it uses, a right check digit. */
  public static boolean isCard(char[] digits) {
    return isIssued(digits) && luhn(digits);
  }

  private static boolean isIssued(char[] digits) {
    int two = 10 * (digits[0] - '0') + (digits[1] - '0');
    int four = 100 * two + 10 * (digits[2] - '0') + (digits[3] - '0');
    return switch (digits.length) {
      case 13 -> digits[0] == '4';
      case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
      case 15 -> two == 34 || two == 37;
      case 16 ->
          digits[0] == '4'
              || (two >= 50 && two <= 69)
              || (four >= 3528 && four <= 3589)
              || (four >= 2200 && four <= 2204)
              || (four >= 2221 && four <= 2720)
              || two == 81
              || two == 82;
      case 17, 18 -> two == 50 || (two >= 56 && two <= 69);
      case 19 -> digits[0] == '4' || two == 50 || (two >= 56 && two <= 69);
      default -> false;
    };
  }

  /** The check digit of cards and of Canadian social insurance numbers. */
  public static boolean luhn(char[] digits) {
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[digits.length - 1 - i] - '0';
      if (i % 2 == 1) {
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }

  /** How many characters an IBAN of a country has, its two capitals given; 0 for no country. */
  public static int ibanLength(char first, char second) {
    return IBAN_LENGTHS.getOrDefault("" + first + second, 0);
  }

  /** Whether the check digits of an IBAN are right: its capitals and digits, without spaces. */
  public static boolean isIban(CharSequence iban) {
    int rest = 0;
    for (int i = 0; i < iban.length(); i++) {
      char c = iban.charAt((i + 4) % iban.length());
      rest = isDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
  }

  /**
   * A French social security number with its key (décret n° 82-103), without spaces; {@code 2A} or
   * {@code 2B} stands for a birth in Corsica.
   */
  public static boolean isFrenchSocial(CharSequence number) {
    if (number.length() != 15 || "123478".indexOf(number.charAt(0)) < 0) {
      return false;
    }
    long value = 0;
    for (int i = 0; i < 15; i++) {
      char c = number.charAt(i);
      boolean corsica = i == 6 && (c == 'A' || c == 'B') && number.charAt(5) == '2';
      if (!corsica && !isDigit(c)) {
        return false;
      }
      value = i < 13 ? value * 10 + (corsica ? 0 : c - '0') : value;
    }
    long corsica = number.charAt(6) == 'A' ? 1_000_000 : number.charAt(6) == 'B' ? 2_000_000 : 0;
    int month = twoDigits(number, 3);
    boolean known = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    return known && 97 - (value - corsica) % 97 == twoDigits(number, 13);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int twoDigits(CharSequence number, int at) {
    return 10 * (number.charAt(at) - '0') + (number.charAt(at + 1) - '0');
  }

  /** A Canadian social insurance number: nine digits; those with 8 are of businesses. */
  public static boolean isCanadianSocial(char[] digits) {
    return digits.length == 9 && digits[0] != '8' && luhn(digits);
  }

  /** A number that the United States could have given: area, group and serial not all zeros. */
  public static boolean isAmericanSocial(char[] digits) {
    if (digits.length != 9) {
      return false;
    }
    int area = 100 * (digits[0] - '0') + 10 * (digits[1] - '0') + (digits[2] - '0');
    boolean group = digits[3] != '0' || digits[4] != '0';
    boolean serial = digits[5] != '0' || digits[6] != '0' || digits[7] != '0' || digits[8] != '0';
    return area > 0 && area != 666 && area < 900 && group && serial;
  }

  /** A French number that rings at somebody's: ten digits, not one of a company's 08. */
  public static boolean isFrenchPhone(char[] digits) {
    return digits.length == 10 && digits[0] == '0' && digits[1] != '0' && digits[1] != '8';
  }

  /** A Canadian or American number with its area code, not a toll-free one. */
  public static boolean isAmericanPhone(char[] digits) {
    if (digits.length != 10 || digits[0] < '2' || digits[3] < '2') {
      return false;
    }
    boolean tollFree =
        digits[0] == '8' && digits[1] == digits[2] && (digits[1] == '0' || digits[1] >= '3');
    boolean service = digits[1] == '1' && digits[2] == '1';
    return !tollFree && !service;
  }
}
