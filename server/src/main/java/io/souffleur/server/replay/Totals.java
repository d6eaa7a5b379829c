package io.souffleur.server.replay;

import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.server.core.rule.RuleId;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a checklist cost in hints, over all conversations of a replay. A hint counts once, with the
 * highest severity it reached; prompts are hints that reached {@code prompt} or more. For one
 * thread.
 */
public final class Totals {

  /** The hints of a rule whose highest severity was the same. */
  public record Row(RuleId rule, Severity severity) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::severity).reversed().thenComparing(row -> row.rule().key());

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What became of them.
   *
   * @param satisfied went away because the agent did what they ask for, in time
   * @param expired went away by themselves
   * @param followed had a message of the agent after them
   * @param unneeded of those, the ones whose very next message did what they ask for, although the
   *     agent of a recorded conversation saw no hint
   */
  public record Counts(long shown, long satisfied, long expired, long followed, long unneeded) {

    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    private Counts and(Price.Shown hint) {
      return new Counts(
          shown + 1,
          satisfied + (hint.gone() == WithdrawalReason.SATISFIED ? 1 : 0),
          expired + (hint.gone() == WithdrawalReason.EXPIRED ? 1 : 0),
          followed + (hint.next() == Price.Next.AWAITED ? 0 : 1),
          unneeded + (hint.next() == Price.Next.DID_IT ? 1 : 0));
    }
  }

  private final Map<Row, Counts> rows = new TreeMap<>();

  /** How many conversations had so many prompts. */
  private final TreeMap<Integer, Long> prompts = new TreeMap<>();

  /** Adds a conversation that is over. */
  void add(Price price) {
    prompts.merge(price.prompts(), 1L, Long::sum);
    for (Price.Shown hint : price.hints()) {
      rows.merge(
          new Row(hint.rule(), hint.severity()),
          Counts.NONE.and(hint),
          (before, ignored) -> before.and(hint));
    }
  }

  /** Row by row, the most severe first, then by name. */
  public Map<Row, Counts> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** How many conversations there were. */
  public long conversations() {
    return prompts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The number of prompts that half of the conversations don't exceed. */
  public int medianPrompts() {
    long half = (conversations() + 1) / 2;
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : prompts.entrySet()) {
      seen += entry.getValue();
      if (seen >= half) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** Prompts a conversation, on average. */
  public double meanPrompts() {
    long all = 0;
    for (Map.Entry<Integer, Long> entry : prompts.entrySet()) {
      all += entry.getKey() * entry.getValue();
    }
    return (double) all / Math.max(1, conversations());
  }

  /** The number of prompts in the conversation that had most. */
  public int mostPrompts() {
    return prompts.isEmpty() ? 0 : prompts.lastKey();
  }
}
