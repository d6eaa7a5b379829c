package io.souffleur.server.nlp.cue;

import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.nlp.text.Scanner;
import io.souffleur.server.nlp.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names a customer can be called by, folded. Immutable. */
final class Names {

  private static final Set<String> TITLES =
      Set.of(
          "m", "mr", "mrs", "ms", "mme", "mlle", "dr", "monsieur", "madame", "miss", "pr", "prof");

  private static final Names NONE = new Names(List.of(), List.of());
  private static final int SHORTEST_WITH_SLIP = 5;

  private final List<String> first;
  private final List<String> last;

  private Names(List<String> first, List<String> last) {
    this.first = first;
    this.last = last;
  }

  static Names of(Customer customer) {
    List<String> first = words(customer.firstName());
    List<String> last = words(customer.lastName());
    if (first.isEmpty() && last.isEmpty() && customer.name().isPresent()) {
      return ofWhole(customer.name().get());
    }
    return first.isEmpty() && last.isEmpty() ? NONE : new Names(first, last);
  }

  private static Names ofWhole(String name) {
    Words words = Scanner.scan(name);
    int from = 0;
    while (from < words.count() && TITLES.contains(words.word(from))) {
      from++;
    }
    if (from == words.count()) {
      return NONE;
    }
    int until = from + 1;
    while (until < words.count() && words.has(until, Words.JOINED)) {
      until++;
    }
    List<String> head = range(words, from, until);
    List<String> tail = range(words, until, words.count());
    return from > 0 && tail.isEmpty() ? new Names(List.of(), head) : new Names(head, tail);
  }

  private static List<String> words(Optional<String> name) {
    if (name.isEmpty()) {
      return List.of();
    }
    Words words = Scanner.scan(name.get());
    return range(words, 0, words.count());
  }

  private static List<String> range(Words words, int from, int until) {
    String[] range = new String[until - from];
    for (int i = from; i < until; i++) {
      range[i - from] = words.word(i);
    }
    return List.of(range);
  }

  boolean isEmpty() {
    return first.isEmpty() && last.isEmpty();
  }

  /** The longest way of naming the customer that begins at word {@code at}. */
  Match at(Words words, int at) {
    Match firstName = part(words, at, first, Match.FIRST);
    if (firstName.words() > 0) {
      Match then = part(words, at + firstName.words(), last, Match.LAST);
      return then.words() > 0 ? firstName.and(then) : firstName;
    }
    Match lastName = part(words, at, last, Match.LAST);
    if (lastName.words() > 0) {
      Match then = part(words, at + lastName.words(), first, Match.FIRST);
      return then.words() > 0 ? lastName.and(then) : lastName;
    }
    return Match.NONE;
  }

  /** The name that was said, folded. */
  String said(Match match) {
    String firstName = String.join(" ", first);
    String lastName = String.join(" ", last);
    return switch (match.parts()) {
      case Match.FIRST -> firstName;
      case Match.LAST -> lastName;
      default -> firstName + " " + lastName;
    };
  }

  private static Match part(Words words, int at, List<String> name, int which) {
    if (name.isEmpty() || at + name.size() > words.count()) {
      return Match.NONE;
    }
    boolean exact = true;
    for (int i = 0; i < name.size(); i++) {
      String word = name.get(i);
      if (words.sentenceOf(at + i) != words.sentenceOf(at)) {
        return Match.NONE;
      }
      if (!words.is(at + i, word)) {
        if (word.length() < SHORTEST_WITH_SLIP || !near(word, words, at + i)) {
          return Match.NONE;
        }
        exact = false;
      }
    }
    return new Match(which, name.size(), exact);
  }

  /** Whether one slip of the finger turns {@code word} into word {@code at}. */
  private static boolean near(String word, Words words, int at) {
    char[] letters = words.folded();
    int from = words.from(at);
    int length = words.length(at);
    int difference = word.length() - length;
    if (difference < -1 || difference > 1 || word.charAt(0) != letters[from]) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(word.length(), length);
    while (same < shorter && word.charAt(same) == letters[from + same]) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && word.charAt(word.length() - 1 - tail) == letters[from + length - 1 - tail]) {
      tail++;
    }
    int rest = Math.max(word.length(), length) - same - tail;
    return rest <= 1
        || (rest == 2
            && difference == 0
            && word.charAt(same) == letters[from + same + 1]
            && word.charAt(same + 1) == letters[from + same]);
  }

  /**
   * @param parts {@link #FIRST}, {@link #LAST} or both
   * @param words how many words of the message
   * @param exact without a slip of the finger
   */
  record Match(int parts, int words, boolean exact) {
    static final int FIRST = 1;
    static final int LAST = 2;
    static final Match NONE = new Match(0, 0, true);

    Match and(Match other) {
      return new Match(parts | other.parts, words + other.words, exact && other.exact);
    }
  }
}
