package io.souffleur.server.nlp.cue;

import io.souffleur.server.nlp.text.Words;

/**
 * Counts syllables as the readability indices do: groups of vowels, a mute e at the end left out.
 */
final class Syllables {

  private Syllables() {}

  /** How many syllables word {@code i} has, at least one. */
  static int in(Words words, int i) {
    char[] letters = words.folded();
    int from = words.from(i);
    int length = words.length(i);
    int groups = 0;
    boolean inGroup = false;
    for (int k = from; k < from + length; k++) {
      boolean vowel = isVowel(letters[k]);
      groups += vowel && !inGroup ? 1 : 0;
      inGroup = vowel;
    }
    return Math.max(1, endsMute(letters, from, length) ? groups - 1 : groups);
  }

  /** Whether it ends with a consonant and "e", or "es". */
  private static boolean endsMute(char[] letters, int from, int length) {
    int end = from + length;
    int e = length > 2 && letters[end - 1] == 's' ? end - 2 : end - 1;
    return length > 2 && letters[e] == 'e' && !isVowel(letters[e - 1]);
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
  }
}
