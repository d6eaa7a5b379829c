package io.souffleur.server.nlp.cue;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Words;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how long something takes: "5 min", "deux petites minutes", "two or three minutes" (the
 * longer counts). Safe for use by any thread.
 */
final class DurationReader {

  /** How far around a phrase its length may stand, in words. */
  private static final int REACH = 6;

  private static final int MOST = 999;

  private final Lexicon lexicon;
  private final long second;
  private final long minute;
  private final long hour;
  private final long day;
  private final long[] numbers;
  private static final int[] NUMBERS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 45};
  private final long filler;

  DurationReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.second = lexicon.group("second");
    this.minute = lexicon.group("minute");
    this.hour = lexicon.group("hour");
    this.day = lexicon.group("day");
    this.filler = lexicon.group("duration-filler");
    this.numbers = new long[NUMBERS.length];
    for (int i = 0; i < NUMBERS.length; i++) {
      numbers[i] = lexicon.group("number-" + NUMBERS[i]);
    }
  }

  /** The longest length said in or near the positions, in the same sentence. */
  Optional<String> around(KnownWords known, int first, int last) {
    int sentence = known.sentenceOf(first);
    Duration longest = Duration.ZERO;
    int from = Math.max(0, first - REACH);
    int to = Math.min(known.count() - 1, last + REACH);
    for (int i = from; i <= to; i++) {
      if (known.sentenceOf(i) == sentence) {
        Duration unit = unit(known, i);
        if (!unit.isZero()) {
          Duration said = unit.multipliedBy(amount(known, i));
          longest = said.compareTo(longest) > 0 ? said : longest;
        }
      }
    }
    return longest.isZero() ? Optional.empty() : Optional.of(longest.toString());
  }

  private Duration unit(KnownWords known, int at) {
    if (Lexicon.in(known, at, minute)) {
      return Duration.ofMinutes(1);
    } else if (Lexicon.in(known, at, second)) {
      return Duration.ofSeconds(1);
    } else if (Lexicon.in(known, at, hour)) {
      return Duration.ofHours(1);
    } else if (Lexicon.in(known, at, day)) {
      return Duration.ofDays(1);
    }
    return Duration.ZERO;
  }

  /** The number before a unit, small words between them looked through; 0 when there is none. */
  private int amount(KnownWords known, int unit) {
    int sentence = known.sentenceOf(unit);
    for (int i = unit - 1; i >= Math.max(0, unit - 3); i--) {
      if (known.sentenceOf(i) != sentence) {
        return 0;
      }
      int number = number(known, i);
      if (number > 0) {
        return number;
      }
      if (!Lexicon.in(known, i, filler)) {
        return 0;
      }
    }
    return 0;
  }

  private int number(KnownWords known, int at) {
    int source = known.source(at);
    Words words = known.words();
    if (words.has(source, Words.NUMBER)) {
      int value = 0;
      for (int k = 0; k < words.length(source); k++) {
        value =
            Math.min(
                MOST, value * 10 + Character.digit(words.folded()[words.from(source) + k], 10));
      }
      return Math.max(0, value);
    }
    for (int i = 0; i < numbers.length; i++) {
      if (Lexicon.in(known, at, numbers[i])) {
        return NUMBERS[i];
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return "durations in " + lexicon.language().tag();
  }
}
