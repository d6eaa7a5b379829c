package io.souffleur.server.lane;

import io.souffleur.wire.AttentionState;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is owed from conversations that have ended. A promise is in one place at a time: its
 * conversation while that is live, then this book, until another conversation of the customer takes
 * it. It is forgotten a while after its deadline. Safe for use by any thread.
 */
final class PromiseBook {

  /** How long after its deadline a promise is still asked about. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  /**
   * A promise, by the last conversation that held it.
   *
   * @param commitment its id there
   */
  record Key(ConversationKey conversation, String commitment) {

    static Key of(CoachingUpdate.Commitment promise) {
      return new Key(promise.conversation(), promise.commitment());
    }
  }

  /**
   * What is written of a promise.
   *
   * @param promise as its conversation told it last
   * @param customer the customer's key; empty: no other conversation is known to be theirs
   * @param called how the customer is called
   * @param agent the key of the agent who held the conversation at its end
   * @param kept the agent says that it is
   */
  record Line(
      CoachingUpdate.Commitment promise,
      Optional<String> customer,
      Optional<String> called,
      Optional<String> agent,
      boolean kept) {

    Line marked(boolean asKept) {
      return new Line(promise, customer, called, agent, asKept);
    }

    private Instant forgotten() {
      return promise.deadline().plus(REMEMBERED);
    }

    private boolean isOwed(Instant now) {
      return !kept && forgotten().isAfter(now);
    }

    private boolean isDue(Instant now) {
      return isOwed(now) && !promise.atRisk().isAfter(now);
    }

    /** When it next comes to be due, late or forgotten. */
    private Optional<Instant> turns(Instant now) {
      Instant next =
          promise.atRisk().isAfter(now)
              ? promise.atRisk()
              : promise.deadline().isAfter(now) ? promise.deadline() : forgotten();
      return isOwed(now) ? Optional.of(next) : Optional.empty();
    }

    private DeskReply.Owed row(Instant now) {
      return new DeskReply.Owed(
          promise.conversation(),
          promise.commitment(),
          called,
          promise.deadline().isAfter(now) ? AttentionState.AT_RISK : AttentionState.BREACHED,
          promise.deadline(),
          promise.day());
    }
  }

  private static final Comparator<Line> BY_DEADLINE =
      Comparator.<Line, Instant>comparing(line -> line.promise().deadline())
          .thenComparing(line -> line.promise().conversation().value())
          .thenComparing(line -> line.promise().commitment());

  private final NavigableMap<Line, Key> byDeadline = new TreeMap<>(BY_DEADLINE);
  private final Map<Key, Line> lines = new HashMap<>();
  private final Map<String, Map<Key, Line>> byCustomer = new HashMap<>();
  private final Map<String, Map<Key, Line>> byAgent = new HashMap<>();
  private final Map<Key, Line> moving = new HashMap<>();

  /** Writes a promise down, in place of what was written of it. */
  synchronized void put(Line line) {
    Key key = Key.of(line.promise());
    remove(key);
    lines.put(key, line);
    byDeadline.put(line, key);
    line.customer().ifPresent(customer -> index(byCustomer, customer).put(key, line));
    line.agent().ifPresent(agent -> index(byAgent, agent).put(key, line));
  }

  private static Map<Key, Line> index(Map<String, Map<Key, Line>> all, String of) {
    return all.computeIfAbsent(of, key -> new LinkedHashMap<>());
  }

  /** Strikes a promise out. */
  synchronized void remove(Key key) {
    Line line = lines.remove(key);
    if (line != null) {
      byDeadline.remove(line);
      line.customer().ifPresent(customer -> unindex(byCustomer, customer, key));
      line.agent().ifPresent(agent -> unindex(byAgent, agent, key));
    }
  }

  private static void unindex(Map<String, Map<Key, Line>> all, String of, Key key) {
    all.computeIfPresent(
        of,
        (same, some) -> {
          some.remove(key);
          return some.isEmpty() ? null : some;
        });
  }

  /** Strikes out what nobody asks about any longer. */
  synchronized void forget(Instant now) {
    while (!byDeadline.isEmpty() && !byDeadline.firstKey().forgotten().isAfter(now)) {
      remove(byDeadline.firstEntry().getValue());
    }
  }

  /**
   * Takes out what is owed to a customer, nearest deadline first, for a live conversation. Each
   * must then be {@link #settled} or given {@link #back}.
   */
  synchronized List<Line> take(String customer, Instant now) {
    Map<Key, Line> all = byCustomer.get(customer);
    if (all == null) {
      return List.of();
    }
    List<Line> taken =
        all.values().stream().filter(line -> line.isOwed(now)).sorted(BY_DEADLINE).toList();
    for (Line line : taken) {
      Key key = Key.of(line.promise());
      remove(key);
      moving.put(key, line);
    }
    return taken;
  }

  /** What was taken is where it was to go. */
  synchronized void settled(Key key) {
    moving.remove(key);
  }

  /** What was taken could not be kept there. */
  synchronized Optional<Line> back(Key key) {
    Line line = moving.remove(key);
    if (line != null) {
      put(line);
    }
    return Optional.ofNullable(line);
  }

  /** The agent says that a promise is kept, or is not after all; empty when it is not here. */
  synchronized Optional<Line> mark(Key key, boolean kept) {
    Line line = lines.get(key);
    if (line != null) {
      put(line.marked(kept));
    }
    return Optional.ofNullable(line);
  }

  /** Whether an agent has promised something in this conversation that is written here. */
  synchronized boolean owes(String agent, ConversationKey conversation) {
    return byAgent.getOrDefault(agent, Map.of()).keySet().stream()
        .anyMatch(key -> key.conversation().equals(conversation));
  }

  /** What an agent owes that is due, or late, nearest deadline first. */
  synchronized List<DeskReply.Owed> due(String agent, Instant now) {
    return byAgent.getOrDefault(agent, Map.of()).values().stream()
        .filter(line -> line.isDue(now))
        .sorted(BY_DEADLINE)
        .map(line -> line.row(now))
        .toList();
  }

  /** When {@link #due} next changes by itself. */
  synchronized Optional<Instant> turns(String agent, Instant now) {
    return byAgent.getOrDefault(agent, Map.of()).values().stream()
        .flatMap(line -> line.turns(now).stream())
        .min(Comparator.naturalOrder());
  }

  /** Strikes out all that was promised in a conversation, wherever it was to go; who owed it. */
  synchronized Set<String> erase(ConversationKey conversation) {
    Set<String> agents = new HashSet<>();
    Predicate<Line> promisedThere =
        line ->
            line.promise().conversation().equals(conversation)
                || line.promise().from().filter(conversation::equals).isPresent();
    for (Line line : List.copyOf(lines.values())) {
      if (promisedThere.test(line)) {
        remove(Key.of(line.promise()));
        line.agent().ifPresent(agents::add);
      }
    }
    moving.values().removeIf(promisedThere);
    return agents;
  }

  /** All that is written, nearest deadline first. */
  synchronized List<Line> lines() {
    return new ArrayList<>(byDeadline.keySet());
  }
}
