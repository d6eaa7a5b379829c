package io.souffleur.server.nlp.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects phrases for a {@link PhraseTable}. Not for several threads. */
final class PhraseTableBuilder {

  private static final int ROOT = 0;

  /** A choice of at least this many words is one edge over a set of words. */
  private static final int SET = 3;

  /** More branches than this are brought together again. */
  private static final int BRANCHES = 8;

  private final Vocabulary vocabulary;
  private final Map<String, Pattern> groups;
  private final Map<Long, Integer> edges = new HashMap<>();
  private final Map<BitSet, Integer> sets = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param groups what each group stands for
   */
  PhraseTableBuilder(Vocabulary vocabulary, Map<String, Pattern> groups) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    nodes.add(new Node());
  }

  /**
   * Adds a phrase under a number.
   *
   * @throws IllegalArgumentException when it can be empty, or names a group that is not there
   */
  void add(Pattern pattern, int phrase) {
    Set<Integer> reached = follow(Set.of(ROOT), pattern);
    if (reached.contains(ROOT)) {
      throw new IllegalArgumentException("the phrase can be empty");
    }
    for (int node : reached) {
      if (!nodes.get(node).ends.contains(phrase)) {
        nodes.get(node).ends.add(phrase);
      }
    }
  }

  PhraseTable build() {
    return new PhraseTable(this);
  }

  private Set<Integer> follow(Set<Integer> from, Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word word -> edge(from, vocabulary.id(word.word()));
      case Pattern.Digits digits -> edge(from, PhraseTable.DIGITS);
      case Pattern.Mark mark -> marked(from);
      case Pattern.Group group -> follow(from, group(group.name()));
      case Pattern.Sequence sequence -> {
        Set<Integer> at = from;
        for (Pattern part : sequence.parts()) {
          at = follow(at, part);
        }
        yield at;
      }
      case Pattern.OneOf oneOf -> join(oneOf(from, oneOf));
      case Pattern.Anything anything -> {
        if (from.contains(ROOT)) {
          throw new IllegalArgumentException("a phrase begins with a word, not with anything");
        }
        Set<Integer> at = from;
        Set<Integer> all = new LinkedHashSet<>();
        for (int times = 0; times <= anything.most(); times++) {
          if (times >= anything.least()) {
            all.addAll(at);
          }
          at = times < anything.most() ? edge(at, PhraseTable.ANY) : at;
        }
        yield join(all);
      }
    };
  }

  private Set<Integer> marked(Set<Integer> from) {
    if (from.contains(ROOT)) {
      throw new IllegalArgumentException("nothing need stand before “/”");
    }
    int marked = newNode();
    for (int node : from) {
      nodes.get(node).marks.add(marked);
    }
    return Set.of(marked);
  }

  private Pattern group(String name) {
    Pattern choices = groups.get(name);
    if (choices == null) {
      throw new IllegalArgumentException("there is no group “@" + name + "” in groups.txt");
    }
    return choices;
  }

  private Set<Integer> oneOf(Set<Integer> from, Pattern.OneOf oneOf) {
    Set<Integer> reached = new LinkedHashSet<>();
    if (oneOf.orNothing()) {
      reached.addAll(from);
    }
    BitSet single = new BitSet();
    List<Pattern> others = new ArrayList<>();
    for (Pattern choice : oneOf.choices()) {
      if (choice instanceof Pattern.Word word) {
        single.set(vocabulary.id(word.word()));
      } else {
        others.add(choice);
      }
    }
    for (int node : from) {
      if (node == ROOT || single.cardinality() < SET) {
        single.stream().forEach(id -> reached.addAll(edge(Set.of(node), id)));
      } else {
        int set = sets.computeIfAbsent(single, any -> sets.size());
        reached.add(nodes.get(node).bySet.computeIfAbsent(set, any -> newNode()));
      }
    }
    for (Pattern other : others) {
      reached.addAll(follow(from, other));
    }
    return reached;
  }

  private Set<Integer> join(Set<Integer> reached) {
    if (reached.size() <= BRANCHES || reached.contains(ROOT)) {
      return reached;
    }
    int join = newNode();
    for (int node : reached) {
      nodes.get(node).joins.add(join);
    }
    return Set.of(join);
  }

  private Set<Integer> edge(Set<Integer> from, int symbol) {
    Set<Integer> reached = new LinkedHashSet<>();
    for (int node : from) {
      long key = PhraseTable.key(node, symbol);
      Integer known = edges.get(key);
      if (known == null) {
        known = newNode();
        edges.put(key, known);
      }
      reached.add(known);
    }
    return reached;
  }

  private int newNode() {
    nodes.add(new Node());
    return nodes.size() - 1;
  }

  Map<Long, Integer> edges() {
    return edges;
  }

  int nodes() {
    return nodes.size();
  }

  int[] setsAt(int node) {
    return array(nodes.get(node).bySet.keySet());
  }

  int[] childrenBySet(int node) {
    return array(nodes.get(node).bySet.values());
  }

  int[] joins(int node) {
    return array(nodes.get(node).joins);
  }

  /** Where a walk goes on without a word once what shows the cue has ended. */
  int[] marks(int node) {
    return array(nodes.get(node).marks);
  }

  int[] ends(int node) {
    return array(nodes.get(node).ends);
  }

  /** The sets of words, one bit a word. */
  long[][] sets() {
    int longs = (vocabulary.size() + Long.SIZE - 1) / Long.SIZE;
    long[][] all = new long[sets.size()][];
    sets.forEach(
        (set, index) -> {
          all[index] = Arrays.copyOf(set.toLongArray(), longs);
        });
    return all;
  }

  private static final int[] NONE = {};

  private static int[] array(Collection<Integer> values) {
    return values.isEmpty() ? NONE : values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A place in the graph while it is made. */
  private static final class Node {
    private final Map<Integer, Integer> bySet = new LinkedHashMap<>();
    private final List<Integer> joins = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
  }
}
