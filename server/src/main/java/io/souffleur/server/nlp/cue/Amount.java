package io.souffleur.server.nlp.cue;

import org.jspecify.annotations.Nullable;

/**
 * An amount in digits as people write it: "1 299,50", "1,299.50", "1299.5", "1'000".
 *
 * @param hundredths its hundredfold
 * @param end one past its last digit
 */
record Amount(long hundredths, int end) {

  /** Amounts from here on are no prices. */
  private static final long MOST = 100_000_000_000L;

  /** The amount that begins with the digit at {@code start}; none when it is too large. */
  static @Nullable Amount read(String text, int start) {
    int at = start;
    long whole = 0;
    while (at < text.length() && Codes.isDigit(text.charAt(at))) {
      whole = Math.min(MOST, whole * 10 + (text.charAt(at) - '0'));
      at++;
    }
    if (at - start <= 3) {
      while (isThousands(text, at)) {
        whole =
            Math.min(
                MOST,
                whole * 1000
                    + 100L * digit(text, at + 1)
                    + 10L * digit(text, at + 2)
                    + digit(text, at + 3));
        at += 4;
      }
    }
    long part = 0;
    int decimals = decimals(text, at);
    if (decimals > 0) {
      part =
          decimals == 1 ? 10 * digit(text, at + 1) : 10 * digit(text, at + 1) + digit(text, at + 2);
      at += 1 + decimals;
    }
    return whole * 100 < MOST ? new Amount(whole * 100 + part, at) : null;
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  /** Whether a separator and exactly three digits stand there. */
  private static boolean isThousands(String text, int at) {
    if (at + 3 >= text.length()) {
      return false;
    }
    boolean separator =
        switch (text.charAt(at)) {
          case ' ', '\u00a0', '\u202f', '\u2009', '.', ',', '\'', '’' -> true;
          default -> false;
        };
    return separator
        && Codes.isDigit(text.charAt(at + 1))
        && Codes.isDigit(text.charAt(at + 2))
        && Codes.isDigit(text.charAt(at + 3))
        && (at + 4 == text.length() || !Codes.isDigit(text.charAt(at + 4)));
  }

  /** How many decimals, one or two, stand behind a comma or a dot. */
  private static int decimals(String text, int at) {
    if (at + 1 >= text.length() || (text.charAt(at) != ',' && text.charAt(at) != '.')) {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && Codes.isDigit(text.charAt(end))) {
      end++;
    }
    int decimals = end - at - 1;
    return decimals <= 2 ? decimals : 0;
  }
}
