package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of many things look for a cue or an occurrence: a table, so that what happens costs as much
 * as those who care about it, and nothing for all others. Things are numbered by whoever builds it.
 * Immutable once built.
 */
public final class SoughtTable {

  private static final int[] NONE = {};

  private final Map<Author, Map<CueName, int[]>> byCue = new EnumMap<>(Author.class);
  private final Map<Occurrence, int[]> byOccurrence = new EnumMap<>(Occurrence.class);

  private SoughtTable() {
    for (Author author : Author.values()) {
      byCue.put(author, new EnumMap<>(CueName.class));
    }
  }

  /** The table of things that look for {@code each.get(number)}. */
  static SoughtTable of(List<Set<Sought>> each) {
    SoughtTable table = new SoughtTable();
    for (int number = 0; number < each.size(); number++) {
      for (Sought what : each.get(number)) {
        table.add(what, number);
      }
    }
    return table;
  }

  private void add(Sought what, int number) {
    switch (what) {
      case CueTest test -> {
        for (CueName cue : test.cues()) {
          byCue(test.by()).merge(cue, new int[] {number}, SoughtTable::with);
        }
      }
      case Occurrence occurrence ->
          byOccurrence.merge(occurrence, new int[] {number}, SoughtTable::with);
    }
  }

  private Map<CueName, int[]> byCue(Author author) {
    return byCue.getOrDefault(author, Map.of());
  }

  private static int[] with(int[] before, int[] more) {
    int[] after = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, after, before.length, more.length);
    return after;
  }

  /** Adds the numbers of those that look for {@code cue} in messages of {@code author}. */
  public void lookingFor(Author author, CueName cue, BitSet to) {
    set(to, byCue(author).getOrDefault(cue, NONE));
  }

  /** Adds the numbers of those that look for {@code occurrence}. */
  public void lookingFor(Occurrence occurrence, BitSet to) {
    set(to, byOccurrence.getOrDefault(occurrence, NONE));
  }

  private static void set(BitSet to, int[] numbers) {
    for (int number : numbers) {
      to.set(number);
    }
  }
}
