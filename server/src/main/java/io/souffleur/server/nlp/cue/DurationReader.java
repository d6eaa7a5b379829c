package io.souffleur.server.nlp.cue;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Numbers;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * Reads how long something takes: "5 min", "deux petites minutes", "two or three minutes" (the
 * longer counts). Safe for use by any thread.
 */
final class DurationReader {

  /** How far before a unit "since" or "for the last" may stand, in words. */
  private static final int PAST_REACH = 4;

  private static final int MOST = 999;

  private final long second;
  private final long minute;
  private final long hour;
  private final long day;
  private final Numbers numbers;
  private final long filler;
  private final long past;

  DurationReader(Lexicon lexicon) {
    this.second = lexicon.group("second");
    this.minute = lexicon.group("minute");
    this.hour = lexicon.group("hour");
    this.day = lexicon.group("day");
    this.filler = lexicon.group("duration-filler");
    this.past = lexicon.group("duration-past");
    this.numbers = lexicon.numbers();
  }

  /** The longest length said in the sentence of a position, that is not one that has passed. */
  Optional<String> inSentenceOf(KnownWords known, int position) {
    int sentence = known.sentenceOf(position);
    Duration longest = Duration.ZERO;
    int from = position;
    while (from > 0 && known.sentenceOf(from - 1) == sentence) {
      from--;
    }
    for (int i = from; i < known.count() && known.sentenceOf(i) == sentence; i++) {
      Duration unit = unit(known, i);
      if (!unit.isZero() && !passed(known, i)) {
        Duration said = unit.multipliedBy(amount(known, i));
        longest = said.compareTo(longest) > 0 ? said : longest;
      }
    }
    return longest.isZero() ? Optional.empty() : Optional.of(written(longest));
  }

  private static String written(Duration length) {
    long days = length.toDays();
    return length.equals(Duration.ofDays(days)) && days > 1
        ? Period.ofDays((int) days).toString()
        : length.toString();
  }

  private boolean passed(KnownWords known, int unit) {
    if (unit + 1 < known.count() && Lexicon.in(known, unit + 1, past)) {
      return true;
    }
    for (int i = unit - 1; i >= Math.max(0, unit - PAST_REACH); i--) {
      if (Lexicon.in(known, i, past)) {
        return true;
      }
    }
    return false;
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
      int begin = numbers.beginOf(known, i);
      if (begin <= i) {
        return Math.min(MOST, numbers.read(known, begin, i + 1));
      }
      if (!Lexicon.in(known, i, filler)) {
        return 0;
      }
    }
    return 0;
  }
}
