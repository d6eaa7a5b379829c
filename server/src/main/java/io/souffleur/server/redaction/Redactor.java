package io.souffleur.server.redaction;

import io.souffleur.server.core.text.PersonalNumbers;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Masks card numbers, and what else it is told to, in time linear in the length of the text. A mask
 * has the length of what it hides, so that offsets hold; of a card its last four digits stay.
 * Immutable; safe for use by any thread.
 */
public final class Redactor {

  /** Stands for a UTF-16 code unit that is hidden. */
  public static final char MASK = '\u2022';

  private static final int CARD_DIGITS_SHOWN = 4;
  private static final int SHORTEST_NUMBER = 8;
  private static final int INSURANCE_NUMBER = 9;

  private final Set<Kind> kinds;

  /**
   * Masks {@code kinds}, and cards.
   *
   * @param kinds beside cards
   */
  public Redactor(Set<Kind> kinds) {
    EnumSet<Kind> all = EnumSet.of(Kind.CARD);
    all.addAll(kinds);
    this.kinds = Set.copyOf(all);
  }

  /** Masks cards and nothing else. */
  public static Redactor ofCards() {
    return new Redactor(Set.of());
  }

  /** The text without what is to be masked; the same text when there is nothing. */
  public Redacted redact(String text) {
    return mayHold(text) ? new Search(text).redacted() : Redacted.unchanged(text);
  }

  /** Most texts have too few digits for anything. */
  private boolean mayHold(String text) {
    int shortest = kinds.size() == 1 ? CardFinder.SHORTEST : SHORTEST_NUMBER;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        if (c == '@' && kinds.contains(Kind.EMAIL)) {
          return true;
        }
      } else if (Character.isSurrogate(c) || Character.isDigit(c)) {
        digits++;
      }
      if (digits >= shortest) {
        return true;
      }
    }
    return false;
  }

  /** The search in one text. */
  private final class Search {
    private final String text;
    private final List<Redacted.Mask> masks = new ArrayList<>();
    private final char[] shown;

    Search(String text) {
      this.text = text;
      this.shown = text.toCharArray();
    }

    Redacted redacted() {
      int at = 0;
      while (at < text.length()) {
        at = next(at);
      }
      if (kinds.contains(Kind.EMAIL)) {
        addresses();
      }
      masks.sort(Comparator.comparing(Redacted.Mask::span));
      return masks.isEmpty()
          ? Redacted.unchanged(text)
          : new Redacted(String.valueOf(shown), masks);
    }

    /** Looks at what begins here, and says where to look on. */
    private int next(int at) {
      char c = text.charAt(at);
      if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        Optional<Span> iban = LetterCodes.iban(text, at);
        if (iban.isPresent()) {
          hide(iban.get(), Kind.IBAN, at + 2);
          return iban.get().end();
        }
        return at + 1;
      }
      if (Digits.digit(text, at) < 0) {
        return at + 1;
      }
      Digits digits = new Digits(text, at);
      numbers(digits);
      return digits.end();
    }

    private void numbers(Digits digits) {
      CardFinder cards = new CardFinder(text, digits);
      PhoneFinder phones = new PhoneFinder(text, digits);
      int at = 0;
      while (at < digits.count()) {
        int end = cards.from(at);
        if (end > 0) {
          card(digits, at, end);
        } else {
          end = social(digits, at);
          if (end < 0 && kinds.contains(Kind.PHONE)) {
            end = phones.from(at);
            if (end > 0) {
              hide(digits, at, end, end, Kind.PHONE);
            }
          }
        }
        at = end > 0 ? end : at + 1;
      }
    }

    private void card(Digits digits, int from, int until) {
      hide(digits, from, until - CARD_DIGITS_SHOWN, until, Kind.CARD);
    }

    private int social(Digits digits, int from) {
      if (!kinds.contains(Kind.SOCIAL) || !digits.begins(from)) {
        return -1;
      }
      Optional<Span> french = LetterCodes.social(text, digits.start(from));
      if (french.isPresent() && !Before.saysReference(text, digits.start(from))) {
        hide(french.get(), Kind.SOCIAL, french.get().start());
        int end = from + 1;
        while (end < digits.count() && digits.start(end) < french.get().end()) {
          end++;
        }
        return end;
      }
      int end = from + INSURANCE_NUMBER;
      if (digits.count() == end
          && digits.isGrouped(from, end, 3, 3, 3)
          && PersonalNumbers.isCanadianSocial(digits.value(from, end))
          && !Before.saysReference(text, digits.start(from))) {
        hide(digits, from, end, end, Kind.SOCIAL);
        return end;
      }
      return -1;
    }

    private void addresses() {
      int done = 0;
      for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        Optional<Span> address = LetterCodes.mailAddress(text, at);
        if (address.isPresent() && address.get().start() >= done) {
          done = address.get().end();
          masks.add(new Redacted.Mask(address.get(), Kind.EMAIL));
          for (int i = address.get().start(); i < done; i++) {
            shown[i] = i == at ? '@' : MASK;
          }
        }
      }
    }

    /** Hides letters and digits of a span from {@code first} on, when its kind is to be hidden. */
    private void hide(Span span, Kind kind, int first) {
      if (!kinds.contains(kind)) {
        return;
      }
      masks.add(new Redacted.Mask(span, kind));
      for (int i = first; i < span.end(); i++) {
        shown[i] = Character.isLetterOrDigit(shown[i]) ? MASK : shown[i];
      }
    }

    /** Hides the digits from one up to {@code hidden}; {@code until} is where the number ends. */
    private void hide(Digits digits, int from, int hidden, int until, Kind kind) {
      masks.add(new Redacted.Mask(digits.span(from, until), kind));
      for (int digit = from; digit < hidden; digit++) {
        Span place = digits.place(digit);
        for (int i = place.start(); i < place.end(); i++) {
          shown[i] = MASK;
        }
      }
    }
  }
}
