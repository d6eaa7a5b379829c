package io.souffleur.wire.json;

/** What becomes of a text in UTF-8. */
final class Utf8 {

  /** Stands for half a surrogate pair. */
  static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** How many bytes a text takes; half a character counts as the three of U+FFFD. */
  static int length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 0x800) {
        bytes += 2;
        if (isPairAt(text, i)) {
          i++;
          bytes--;
        }
      } else if (unit >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** The text with U+FFFD for every unpaired surrogate: as many units, all of which UTF-8 knows. */
  static String withoutHalves(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPairAt(text, i)) {
          return replaced(text, i);
        }
        i++;
      }
    }
    return text;
  }

  private static String replaced(String text, int first) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (isPairAt(text, i)) {
          i++;
        } else {
          whole.setCharAt(i, REPLACEMENT);
        }
      }
    }
    return whole.toString();
  }

  /** Whether the unit at {@code i} and the next are a surrogate pair. */
  static boolean isPairAt(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }
}
