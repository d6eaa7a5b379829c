package io.souffleur.server.core.text;

import java.util.Locale;
import java.util.Set;

/** The words of what somebody said, as a listener counts them. */
public final class SpokenWords {

  /** Sounds that people fill pauses with, in either language. */
  private static final Set<String> FILLERS =
      Set.of(
          "euh", "heu", "hum", "hm", "hmm", "mh", "mm", "mmm", "mmh", "mhm", "uh", "um", "uhm",
          "erm", "ah", "oh");

  private SpokenWords() {}

  /** How many there are between spaces: elisions are no words of their own, fillers are none. */
  public static int in(String text) {
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
      if (isWord(text, start, at)) {
        words++;
      }
      at++;
    }
    return words;
  }

  private static boolean isSpace(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }

  private static boolean isWord(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return start < end && !FILLERS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
