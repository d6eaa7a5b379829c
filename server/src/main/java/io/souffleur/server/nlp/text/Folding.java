package io.souffleur.server.nlp.text;

import java.text.Normalizer;

/**
 * What one character becomes when case, accents and width are looked through. Independent of the
 * machine's locale: {@code I} folds to {@code i} everywhere, as in {@code Locale.ROOT}.
 */
final class Folding {

  /** Not part of a word. */
  static final char NONE = 0;

  /** Folds to two letters, see {@link #second}. */
  private static final char OE = 1;

  private static final char AE = 2;
  private static final char SS = 3;

  private static final char[] TABLE = new char[0x2000];

  static {
    for (char c = 0; c < TABLE.length; c++) {
      TABLE[c] = compute(c);
    }
  }

  private Folding() {}

  /** The first folded letter or digit of {@code c}, or {@link #NONE}. */
  static char first(char c) {
    char folded = c < TABLE.length ? TABLE[c] : beyond(c);
    return switch (folded) {
      case OE -> 'o';
      case AE -> 'a';
      case SS -> 's';
      default -> folded;
    };
  }

  /** The second folded letter of a ligature, or {@link #NONE}. */
  static char second(char c) {
    if (c < 0x80 || c >= TABLE.length) {
      return NONE;
    }
    return switch (TABLE[c]) {
      case OE, AE -> 'e';
      case SS -> 's';
      default -> NONE;
    };
  }

  /** Whether {@code c} only modifies the letter before it. */
  static boolean modifies(char c) {
    return c >= 0x300
        && (c < 0x370
            || c == 0x200D
            || (c >= 0xFE00 && c <= 0xFE0F)
            || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  /** Whether {@code c} shows nothing and separates nothing: soft hyphens, directions, joiners. */
  static boolean invisible(char c) {
    return c >= 0xAD && Character.getType(c) == Character.FORMAT;
  }

  private static char compute(char c) {
    return switch (c) {
      case 'œ', 'Œ' -> OE;
      case 'æ', 'Æ' -> AE;
      case 'ß', 'ẞ' -> SS;
      case 'ı' -> 'i';
      case 'ſ' -> 's';
      default -> Character.isLetterOrDigit(c) ? withoutAccent(c) : NONE;
    };
  }

  private static char withoutAccent(char c) {
    boolean latin = (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
    if (!latin) {
      return Character.toLowerCase(c);
    }
    return Character.toLowerCase(
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
  }

  private static char beyond(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return TABLE[c - 0xFF01 + 0x21];
    }
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : NONE;
  }
}
