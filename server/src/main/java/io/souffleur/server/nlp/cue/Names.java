package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.nlp.lexicon.Lexicon;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names a customer can be called by, folded, part by part. Not changed once made. */
final class Names {

  private static final Set<String> TITLES =
      Set.of(
          "m",
          "mr",
          "mrs",
          "ms",
          "mme",
          "mlle",
          "dr",
          "monsieur",
          "madame",
          "miss",
          "mister",
          "pr",
          "prof");

  /** Small words inside names, by which nobody is called. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "du", "des", "la", "le", "les", "van", "der", "den", "von", "el", "al", "bin",
          "ben", "da", "do", "dos", "di", "of", "the", "and", "et");

  private static final Names NONE = new Names(List.of());
  private static final int SHORTEST_PART = 2;
  private static final int SHORTEST_WITH_SLIP = 5;
  private static final int MOST_PARTS = 16;

  private final List<Part> parts;

  private Names(List<Part> parts) {
    this.parts = parts.subList(0, Math.min(MOST_PARTS, parts.size()));
  }

  /**
   * The names of a customer.
   *
   * @param told what the customer said to be called; counts beside what the channel knows
   * @param lexicon knows what people of a name are also called
   */
  static Names of(Customer customer, Optional<String> told, Lexicon lexicon) {
    if (customer.name().isEmpty()
        && customer.firstName().isEmpty()
        && customer.lastName().isEmpty()
        && told.isEmpty()) {
      return NONE;
    }
    List<Part> parts = new ArrayList<>();
    customer.firstName().ifPresent(name -> add(name, lexicon, parts));
    customer.lastName().ifPresent(name -> add(name, lexicon, parts));
    customer.name().ifPresent(name -> add(name, lexicon, parts));
    told.ifPresent(name -> add(name, lexicon, parts));
    return parts.isEmpty() ? NONE : new Names(parts);
  }

  private static void add(String name, Lexicon lexicon, List<Part> parts) {
    Words words = Scanner.scan(name);
    int from = 0;
    while (from + 1 < words.count() && TITLES.contains(words.word(from))) {
      from++;
    }
    for (int i = from; i < words.count(); i++) {
      String word = words.word(i);
      boolean small = word.length() < SHORTEST_PART || (i > from && PARTICLES.contains(word));
      boolean known = parts.stream().anyMatch(part -> part.name().equals(word));
      if (!small && !known && !words.has(i, Words.NUMBER)) {
        parts.add(new Part(word, lexicon.shortForms(word)));
      }
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The longest way of naming the customer that begins at word {@code at}. */
  Match at(Words words, int at) {
    int said = 0;
    boolean exact = true;
    int end = at;
    while (end < words.count() && words.sentenceOf(end) == words.sentenceOf(at)) {
      int part = part(words, end, said, true);
      if (part < 0) {
        part = part(words, end, said, false);
        if (part < 0) {
          break;
        }
        exact = false;
      }
      said |= 1 << part;
      end++;
      if (words.has(end - 1, Words.CLAUSE_END)) {
        break;
      }
    }
    return end == at ? Match.NONE : new Match(said, end - at, exact);
  }

  /** The part of the name that a word is, not yet among those {@code said}, or -1. */
  private int part(Words words, int at, int said, boolean exactly) {
    for (int i = 0; i < parts.size(); i++) {
      boolean free = (said & (1 << i)) == 0;
      if (free && (exactly ? parts.get(i).is(words, at) : parts.get(i).isNearly(words, at))) {
        return i;
      }
    }
    return -1;
  }

  /** The name that was said, folded, its parts in the order of the whole name. */
  String said(Match match) {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if ((match.parts() & (1 << i)) != 0) {
        said.append(said.isEmpty() ? "" : " ").append(parts.get(i).name());
      }
    }
    return said.toString();
  }

  /**
   * One word of a name.
   *
   * @param shortForms what people of that name are also called
   */
  private record Part(String name, List<String> shortForms) {

    boolean is(Words words, int at) {
      if (words.is(at, name)) {
        return true;
      }
      for (String shortForm : shortForms) {
        if (words.is(at, shortForm)) {
          return true;
        }
      }
      return false;
    }

    /** Whether one slip of the finger turns the name into word {@code at}. */
    boolean isNearly(Words words, int at) {
      int length = words.length(at);
      int difference = name.length() - length;
      char[] letters = words.folded();
      int from = words.from(at);
      if (name.length() < SHORTEST_WITH_SLIP
          || difference < -1
          || difference > 1
          || name.charAt(0) != letters[from]) {
        return false;
      }
      int same = 0;
      int shorter = Math.min(name.length(), length);
      while (same < shorter && name.charAt(same) == letters[from + same]) {
        same++;
      }
      int tail = 0;
      while (tail < shorter - same
          && name.charAt(name.length() - 1 - tail) == letters[from + length - 1 - tail]) {
        tail++;
      }
      int rest = Math.max(name.length(), length) - same - tail;
      return rest <= 1
          || (rest == 2
              && difference == 0
              && name.charAt(same) == letters[from + same + 1]
              && name.charAt(same + 1) == letters[from + same]);
    }
  }

  /**
   * @param parts which were said, one bit each
   * @param words how many words of the message
   * @param exact without a slip of the finger
   */
  record Match(int parts, int words, boolean exact) {
    static final Match NONE = new Match(0, 0, true);
  }
}
