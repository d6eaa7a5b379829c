package io.souffleur.server.checklist;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text without case and accents, character for character, so that places stay what they are. Every
 * kind of space and of apostrophe is the plain one.
 */
final class PlainText {

  private static final int LETTERS = 0x250;
  private static final char[] PLAIN = letters();

  private PlainText() {}

  static String of(String text) {
    char[] plain = new char[text.length()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = plain(text.charAt(i));
    }
    return new String(plain);
  }

  private static char plain(char c) {
    if (c < LETTERS) {
      return PLAIN[c];
    }
    return switch (c) {
      case '’' -> '\'';
      case '\u202f' -> ' ';
      default -> Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
    };
  }

  private static char[] letters() {
    char[] letters = new char[LETTERS];
    for (char c = 0; c < LETTERS; c++) {
      String apart =
          Normalizer.normalize(String.valueOf(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
      letters[c] = Character.isWhitespace(c) || c == '\u00a0' ? ' ' : apart.charAt(0);
    }
    return letters;
  }
}
