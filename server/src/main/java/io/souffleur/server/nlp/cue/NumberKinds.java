package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.text.PersonalNumbers;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.lexicon.WordSet;
import java.util.Optional;

/**
 * Tells whether digits are a card, a phone or a social security number: by check digits and plans,
 * and, where those leave a doubt, by what the sentence says before them. Safe for use by any
 * thread.
 */
final class NumberKinds {

  /** How far before a number what it is may be said, in words. */
  private static final int REACH = 7;

  private static final int SHORTEST = 9;
  private static final int LONGEST = 19;
  private static final int LONGEST_PHONE = 15;
  private static final int MOST_GROUPS = 6;

  private static final Optional<String> CARD = Optional.of("card");
  private static final Optional<String> PHONE = Optional.of("phone");
  private static final Optional<String> SOCIAL = Optional.of("ssn");

  private final WordSet reference;
  private final WordSet card;
  private final WordSet phone;
  private final WordSet social;

  NumberKinds(Lexicon lexicon) {
    this.reference = lexicon.words("reference");
    this.card = lexicon.words("card");
    this.phone = lexicon.words("phone");
    this.social = lexicon.words("social-security");
  }

  /** Up to which group, exclusive, the groups from one on can be one number. */
  int longest(DigitRun run, int from) {
    return from == 0 && isInternational(run)
        ? run.groupCount()
        : Math.min(run.groupCount(), from + MOST_GROUPS);
  }

  /**
   * What the groups of a run are, from one to another, the second exclusive.
   *
   * @param at position of the word the run begins with
   */
  Optional<String> kind(KnownWords known, int at, DigitRun run, int from, int until) {
    int length = run.length(from, until);
    if (length < SHORTEST || length > LONGEST || isPartOfCode(run, from, until)) {
      return Optional.empty();
    }
    if (from == 0 && until == run.groupCount() && isInternational(run)) {
      return length <= LONGEST_PHONE ? PHONE : Optional.empty();
    }
    if (isPhone(known, at, run, from, until)) {
      return PHONE;
    }
    if (isCard(known, at, run, from, until)) {
      return CARD;
    }
    return isSocial(known, at, run, from, until) ? SOCIAL : Optional.empty();
  }

  /** Where a number of a kind begins: "+" and "(" belong to phones. */
  int start(DigitRun run, int from, String kind) {
    int start = run.start(from);
    while (kind.equals("phone") && start > 0 && "+(".indexOf(run.text().charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  private boolean isPhone(KnownWords known, int at, DigitRun run, int from, int until) {
    int length = run.length(from, until);
    if (length == 11 && run.isGrouped(from, until, 1, 3, 3, 4)) {
      return run.digits(from, from + 1)[0] == '1' && isAmerican(known, at, run, from + 1, until);
    }
    return length == 10
        && (isFrench(known, at, run, from, until) || isAmerican(known, at, run, from, until));
  }

  private boolean isFrench(KnownWords known, int at, DigitRun run, int from, int until) {
    return PersonalNumbers.isFrenchPhone(run.digits(from, until))
        && (until - from > 1 || !isReference(known, at, phone));
  }

  private static boolean isInternational(DigitRun run) {
    String text = run.text();
    int start = run.start(0);
    return (start > 0 && text.charAt(start - 1) == '+')
        || (text.startsWith("00", start) && run.length(0, run.groupCount()) > 11);
  }

  private boolean isAmerican(KnownWords known, int at, DigitRun run, int from, int until) {
    return PersonalNumbers.isAmericanPhone(run.digits(from, until))
        && (run.isGrouped(from, until, 3, 3, 4) || said(known, at, phone))
        && !isReference(known, at, phone);
  }

  private boolean isCard(KnownWords known, int at, DigitRun run, int from, int until) {
    int length = run.length(from, until);
    return length >= 13
        && (length > 14 || said(known, at, card))
        && PersonalNumbers.isCard(run.digits(from, until))
        && !isReference(known, at, card);
  }

  private boolean isSocial(KnownWords known, int at, DigitRun run, int from, int until) {
    if (run.length(from, until) != SHORTEST) {
      return false;
    }
    char[] digits = run.digits(from, until);
    boolean said = said(known, at, social);
    if (isReference(known, at, social)) {
      return false;
    }
    boolean hyphens = until - from > 1 && run.separatorBefore(from + 1) == '-';
    return ((said || run.isGrouped(from, until, 3, 3, 3))
            && PersonalNumbers.isCanadianSocial(digits)
            && !isAmount(run, until))
        || ((said || (hyphens && run.isGrouped(from, until, 3, 2, 4)))
            && PersonalNumbers.isAmericanSocial(digits));
  }

  /** Whether letters stand right before or behind: a reference, not a number of its own. */
  private static boolean isPartOfCode(DigitRun run, int from, int until) {
    String text = run.text();
    int start = run.start(from);
    int end = run.end(until);
    return (start > 0 && isCode(text.charAt(start - 1)))
        || (end < text.length() && isCode(text.charAt(end)));
  }

  private static boolean isCode(char c) {
    return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '/';
  }

  private static boolean isAmount(DigitRun run, int until) {
    String text = run.text();
    int end = run.end(until);
    while (end < text.length() && Codes.isSeparator(text.charAt(end))) {
      end++;
    }
    return end < text.length() && "€$£".indexOf(text.charAt(end)) >= 0;
  }

  /** Whether the sentence says that it is a reference, nearer to it than that it is not. */
  private boolean isReference(KnownWords known, int at, WordSet otherwise) {
    int nearest = nearest(known, at, reference);
    return nearest > nearest(known, at, otherwise);
  }

  private static boolean said(KnownWords known, int at, WordSet words) {
    return nearest(known, at, words) >= 0;
  }

  /** The last of some words before a position, within reach, or -1. */
  private static int nearest(KnownWords known, int at, WordSet words) {
    int sentence = known.sentenceOf(at);
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      if (known.sentenceOf(i) != sentence) {
        return -1;
      }
      if (words.has(known, i)) {
        return i;
      }
    }
    return -1;
  }
}
