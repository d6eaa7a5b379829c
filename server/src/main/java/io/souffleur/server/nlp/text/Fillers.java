package io.souffleur.server.nlp.text;

import java.util.BitSet;

/**
 * Sounds that speakers fill pauses with and recognisers write down: <i>euh</i>, <i>um</i>. They may
 * stand in the middle of any phrase, so phrases are looked for without them.
 */
public final class Fillers {

  private static final int SHORTEST = 2;

  private Fillers() {}

  /** The words without fillers; the same object when there are none. */
  public static Words without(Words words) {
    BitSet fillers = null;
    for (int i = 0; i < words.count(); i++) {
      if (isFiller(words, i)) {
        fillers = fillers == null ? new BitSet(words.count()) : fillers;
        fillers.set(i);
      }
    }
    return fillers == null ? words : words.without(fillers);
  }

  /** Whether the word is one, and stands by itself: <i>uh</i>, not <i>uh-huh</i>. */
  private static boolean isFiller(Words words, int i) {
    if (words.length(i) < SHORTEST || words.has(i, Words.JOINED)) {
      return false;
    }
    boolean joined = i + 1 < words.count() && words.has(i + 1, Words.JOINED);
    return !joined
        && switch (words.folded()[words.from(i)]) {
          case 'e' -> is(words, i, "euh") || is(words, i, "erm");
          case 'h' -> is(words, i, "heu");
          case 'u' -> is(words, i, "uh") || is(words, i, "um") || is(words, i, "uhm");
          default -> false;
        };
  }

  /** Whether the word is {@code filler}, with its letters drawn out as one likes. */
  private static boolean is(Words words, int i, String filler) {
    char[] folded = words.folded();
    int at = words.from(i);
    int end = at + words.length(i);
    for (int k = 0; k < filler.length(); k++) {
      char letter = filler.charAt(k);
      if (at == end || folded[at] != letter) {
        return false;
      }
      while (at < end && folded[at] == letter) {
        at++;
      }
    }
    return at == end;
  }
}
