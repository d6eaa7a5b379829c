package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.commitment.Deadline;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.Numbers;
import io.souffleur.server.nlp.lexicon.Templates;
import io.souffleur.server.nlp.text.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads by when a sentence promises something: the first deadline said from the promise on, or else
 * before it. A day and a time said side by side are one, also where the promise is no more than one
 * of them ("demain avant midi"). Safe for use by any thread.
 */
final class DeadlineReader {

  /** How many words may stand between a day and its time. */
  private static final int APART = 3;

  /** An hour up to this one, when nobody says which half of the day, is after noon. */
  private static final int LATEST_AFTER_NOON = 7;

  /** A part of the day, which is today's unless another day is named before it. */
  private static final String TODAY_AT = "+0dT";

  private static final String HOURS = "PT{n}H";

  private final Templates templates;
  private final Numbers numbers;
  private final long negation;
  private final Surroundings surroundings;

  DeadlineReader(Lexicon lexicon, Surroundings surroundings) {
    this.templates = lexicon.deadlines();
    this.numbers = lexicon.numbers();
    this.negation = lexicon.group("negation");
    this.surroundings = surroundings;
  }

  /**
   * A deadline, and the words that say it.
   *
   * @param first position of the first word
   * @param last position of the last word
   */
  record Found(String value, int first, int last) {}

  /** The deadline of a promise that begins at a position, if its sentence says one. */
  Optional<Found> near(KnownWords known, int promise) {
    int sentence = known.sentenceOf(promise);
    int from = promise;
    while (from > 0 && known.sentenceOf(from - 1) == sentence) {
      from--;
    }
    int until = promise;
    while (until < known.count() && known.sentenceOf(until) == sentence) {
      until++;
    }
    Said said = new Said(from, until);
    templates.find(known, from, until, said);
    Optional<Found> after = first(known, said, promise, until);
    if (after.isEmpty()) {
      return first(known, said, from, promise);
    }
    if (after.get().first() > promise) {
      return after;
    }
    return first(known, said, from, until).filter(whole -> whole.last() >= promise).or(() -> after);
  }

  private Optional<Found> first(KnownWords known, Said said, int from, int until) {
    for (int at = from; at < until; at = said.next(at)) {
      if (said.isAt(at) && !negated(known, at)) {
        Optional<Found> found = composed(known, said, at, until);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a deadline is denied; the "no" of "no later than" is its own. */
  private boolean negated(KnownWords known, int at) {
    return !Lexicon.in(known, at, negation) && surroundings.negated(known, at, at);
  }

  /** What is said at a position, put together with what is said beside it. */
  private Optional<Found> composed(KnownWords known, Said said, int at, int until) {
    String value = value(known, said, at);
    int last = said.last(at);
    for (int next = last + 1; next < Math.min(until, last + 2 + APART); next = said.next(next)) {
      if (said.isAt(next)) {
        String joined = joined(value, value(known, said, next));
        if (joined.isEmpty()) {
          break;
        }
        value = joined;
        last = said.last(next);
      }
    }
    int end = last;
    return value.startsWith("&")
        ? Optional.empty()
        : Deadline.parse(value).map(deadline -> new Found(deadline.text(), at, end));
  }

  /** A day and a time as one value, in whichever order they came; empty when they are not such. */
  private static String joined(String one, String other) {
    if (isDay(one)) {
      return isTime(other) || other.startsWith(TODAY_AT)
          ? one + time(other)
          : isDay(other) ? other : "";
    }
    return isTime(one) && isDay(other) ? other + time(one) : "";
  }

  private static boolean isTime(String value) {
    return value.startsWith("T") || value.startsWith("&T");
  }

  private static boolean isDay(String value) {
    if (value.isEmpty() || value.startsWith("P") || value.indexOf('T') >= 0) {
      return false;
    }
    char unit = value.charAt(value.length() - 1);
    return !value.startsWith("+") || unit == 'd';
  }

  private static String time(String value) {
    return value.substring(value.indexOf('T'));
  }

  private String value(KnownWords known, Said said, int at) {
    String template = templates.template(said.phrase(at));
    int open = template.indexOf('{');
    if (open < 0) {
      return template;
    }
    int[] read = numbers(known, at, said.last(at));
    if (template.startsWith("P") && hasFraction(known, at, said.last(at))) {
      boolean half = template.equals(HOURS) && read.length == 2 && read[1] == 5;
      return half ? "PT" + read[0] + "H30M" : "";
    }
    StringBuilder value = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = template.indexOf('}', open);
      String filled = filled(template.substring(open + 1, close), read);
      if (filled.isEmpty()) {
        return "";
      }
      value.append(template, from, open).append(filled);
      from = close + 1;
      open = template.indexOf('{', from);
    }
    return value.append(template, from, template.length()).toString();
  }

  /** Whether a length is said with a decimal mark: "1.5 hours", « 1,5 h ». */
  private static boolean hasFraction(KnownWords known, int first, int last) {
    Words words = known.words();
    for (int at = first + 1; at <= last; at++) {
      int word = known.source(at);
      int before = known.source(at - 1);
      if (words.has(word, Words.NUMBER)
          && words.has(before, Words.NUMBER)
          && words.start(word) == words.end(before) + 1
          && ".,".indexOf(words.text().charAt(words.end(before))) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String filled(String name, int[] read) {
    if (read.length == 0) {
      return "";
    }
    int last = read[read.length - 1];
    int minute = read.length > 1 ? read[1] : 0;
    return switch (name) {
      case "n" -> Integer.toString(last);
      case "first" -> Integer.toString(read[0]);
      case "n/24" -> Integer.toString((last + 23) / 24);
      case "time" -> clock(read[0], minute);
      case "pm" -> clock(afterNoon(read[0]), minute);
      case "clock" -> clock(read[0] <= LATEST_AFTER_NOON ? afterNoon(read[0]) : read[0], minute);
      case "last" -> clock(last, 0);
      case "last-pm" -> clock(afterNoon(last), 0);
      case "dd" -> twoDigits(read[0]);
      case "dm" -> "--" + twoDigits(minute) + "-" + twoDigits(read[0]);
      case "md" -> "--" + twoDigits(read[0]) + "-" + twoDigits(minute);
      default -> "";
    };
  }

  private static int afterNoon(int hour) {
    return hour < 12 ? hour + 12 : hour;
  }

  private static String clock(int hour, int minute) {
    return twoDigits(hour == 24 ? 0 : hour) + ":" + twoDigits(minute);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private int[] numbers(KnownWords known, int first, int last) {
    int[] read = new int[last - first + 1];
    int count = 0;
    int at = first;
    while (at <= last) {
      int end = Math.min(numbers.endOf(known, at), last + 1);
      if (end > at) {
        read[count++] = numbers.read(known, at, end);
        at = end;
      } else {
        at++;
      }
    }
    return Arrays.copyOf(read, count);
  }

  /** What was said where in one sentence, the longest way of reading it each time. */
  private static final class Said implements Lexicon.Found {

    private final int from;
    private final int[] lasts;
    private final int[] phrases;

    Said(int from, int until) {
      this.from = from;
      this.lasts = new int[until - from];
      this.phrases = new int[until - from];
      Arrays.fill(lasts, -1);
    }

    @Override
    public void phrase(int phrase, int first, int last) {
      if (last > lasts[first - from]) {
        lasts[first - from] = last;
        phrases[first - from] = phrase;
      }
    }

    boolean isAt(int at) {
      return lasts[at - from] >= 0;
    }

    int last(int at) {
      return lasts[at - from];
    }

    int phrase(int at) {
      return phrases[at - from];
    }

    /** Behind what is said at a position, or the next word. */
    int next(int at) {
      return isAt(at) ? last(at) + 1 : at + 1;
    }
  }
}
