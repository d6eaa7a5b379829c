package io.souffleur.server.replay;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often each rule was kept where it applied, over all conversations that ended in a replay, for
 * a house that publishes its norms with their results (norm E30). Knows no customer and no agent.
 * For one thread.
 *
 * <p>Promises are left out: whether one was kept outside of its conversation, a recording does not
 * tell.
 */
public final class Results {

  /** Of fewer conversations nothing is published: somebody might find themselves in them. */
  public static final long FEWEST = 10;

  /**
   * One rule, as its checklist words it.
   *
   * @param kept conversations in which it was kept
   * @param applied conversations in which it was kept or not; at least {@code kept}
   */
  public record Row(Words title, Words why, List<Norm> norms, long kept, long applied) {
    public Row {
      norms = List.copyOf(norms);
    }

    private Row and(boolean wasKept) {
      return new Row(title, why, norms, kept + (wasKept ? 1 : 0), applied + 1);
    }
  }

  /**
   * The days of the conversations, where they took place.
   *
   * @param last not before {@code first}
   */
  public record Period(LocalDate first, LocalDate last) {

    private Period and(Period other) {
      return new Period(
          other.first.isBefore(first) ? other.first : first,
          other.last.isAfter(last) ? other.last : last);
    }
  }

  private final Map<RuleId, Row> rows = new LinkedHashMap<>();
  private Optional<Period> period = Optional.empty();
  private long conversations;

  /** Adds a conversation that is over. */
  void ended(State state, Update.Summary summary) {
    conversations++;
    Period days = new Period(day(state, state.facts().started()), day(state, summary.at()));
    period = Optional.of(period.map(days::and).orElse(days));
    state.checklist().ifPresent(checklist -> add(checklist, summary));
  }

  private static LocalDate day(State state, Instant at) {
    ZoneId zone = state.facts().zone();
    return at.atZone(zone).toLocalDate();
  }

  private void add(Checklist checklist, Update.Summary summary) {
    for (Rule.Item item : checklist.items()) {
      add(item, Optional.ofNullable(summary.items().get(item.id())).flatMap(Results::kept));
    }
    for (Rule.Timer timer : checklist.timers()) {
      if (!(timer.limit() instanceof Limit.Promised)) {
        add(timer, Optional.ofNullable(summary.timers().get(timer.id())).flatMap(Results::kept));
      }
    }
  }

  private void add(Rule rule, Optional<Boolean> kept) {
    Row row =
        rows.computeIfAbsent(
            rule.id(), unknown -> new Row(rule.title(), rule.why(), rule.norms(), 0, 0));
    kept.ifPresent(was -> rows.put(rule.id(), row.and(was)));
  }

  private static Optional<Boolean> kept(ItemState state) {
    return switch (state) {
      case DONE -> Optional.of(true);
      case MISSED -> Optional.of(false);
      case NOT_APPLICABLE, PENDING, AT_RISK -> Optional.empty();
    };
  }

  private static Optional<Boolean> kept(TimerState state) {
    return switch (state) {
      case MET -> Optional.of(true);
      case BREACHED -> Optional.of(false);
      case RUNNING, STOPPED -> Optional.empty();
    };
  }

  /** What may be published, in the order of the checklists. */
  public List<Row> published() {
    return rows.values().stream().filter(row -> row.applied() >= FEWEST).toList();
  }

  /** How many rules are not published because they applied too seldom. */
  public long leftOut() {
    return rows.values().stream().filter(row -> row.applied() < FEWEST).count();
  }

  /** How many conversations there were. */
  public long conversations() {
    return conversations;
  }

  /** When they were; empty when there were none. */
  public Optional<Period> period() {
    return period;
  }
}
