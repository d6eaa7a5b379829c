package io.souffleur.server.checklist;

import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Words;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every norm of service that the shipped rules know, in order.
 *
 * @param sources where the norms come from, by the letter of their numbers
 */
public record NormTable(Map<Character, Words> sources, List<Entry> entries) {

  public NormTable {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    entries = List.copyOf(entries);
  }

  /**
   * One norm.
   *
   * @param kinds who can judge it, at least one
   * @param title what it asks, in a few words
   * @param elsewhere what serves it besides rules, or why nothing does
   */
  public record Entry(Norm norm, Set<Kind> kinds, Words title, Optional<Elsewhere> elsewhere) {
    public Entry {
      kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** Whether a machine can judge it, so that a rule is to be expected. */
    public boolean asksForRule() {
      return kinds.stream().anyMatch(kind -> kind.judge == Judge.MACHINE);
    }
  }

  /** What is said of a norm apart from the rules that name it. */
  public sealed interface Elsewhere {

    /** Where the product serves it. */
    record Served(String where) implements Elsewhere {}

    /** Why the product doesn't. */
    record NotServed(String why) implements Elsewhere {}
  }

  private enum Judge {
    MACHINE,
    SOMEBODY
  }

  /** Who can judge a norm. */
  public enum Kind {
    /** The machine, on one message. */
    MESSAGE("M", Judge.MACHINE),
    /** The machine, on a conversation. */
    CONVERSATION("C", Judge.MACHINE),
    /** A timer, or a figure over time. */
    TIME("T", Judge.MACHINE),
    /** People. */
    PEOPLE("P", Judge.SOMEBODY),
    /** Whoever writes the rules. */
    AUTHOR("A", Judge.SOMEBODY),
    /** Nobody who only reads or listens. */
    UNSEEN("X", Judge.SOMEBODY);

    private final String letter;
    private final Judge judge;

    Kind(String letter, Judge judge) {
      this.letter = letter;
      this.judge = judge;
    }

    /** The letter it is written with. */
    public String letter() {
      return letter;
    }
  }

  /** The entry of {@code norm}; empty when there is no such norm. */
  public Optional<Entry> find(Norm norm) {
    return entries.stream().filter(entry -> entry.norm().equals(norm)).findFirst();
  }
}
