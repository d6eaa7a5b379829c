package io.souffleur.server.lane;

import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agent's live conversations, and what they owe from others. Told at most once a second, the
 * latest state; and when a clock comes to be at risk or runs out. Safe for use by any thread.
 */
final class AttentionBoard {

  static final Duration PACE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(AttentionBoard.class);

  private final String agent;
  private final InstantSource clock;
  private final PromiseBook promises;
  private final ScheduledExecutorService teller;
  private final Map<ConversationKey, NearestClock> clocks = new HashMap<>();
  private final List<Consumer<DeskReply.Attention>> listeners = new ArrayList<>();
  private boolean complete;
  private Instant earliest = Instant.MIN;
  private @Nullable Instant next;
  private @Nullable Future<?> planned;

  AttentionBoard(
      String agent, InstantSource clock, PromiseBook promises, ScheduledExecutorService teller) {
    this.agent = agent;
    this.clock = clock;
    this.promises = promises;
    this.teller = teller;
  }

  synchronized void add(Consumer<DeskReply.Attention> listener) {
    listeners.add(listener);
  }

  /** The board is complete; whoever is new has not seen it. */
  synchronized void show() {
    complete = true;
    plan(clock.instant());
  }

  /** True when nobody listens any longer. */
  synchronized boolean remove(Consumer<DeskReply.Attention> listener) {
    listeners.remove(listener);
    return listeners.isEmpty();
  }

  /** The clock of a conversation; empty: it has none, or is no longer theirs. */
  synchronized void put(ConversationKey conversation, Optional<NearestClock> nearest) {
    NearestClock before =
        nearest.isPresent() ? clocks.put(conversation, nearest.get()) : clocks.remove(conversation);
    if (complete && !Optional.ofNullable(before).equals(nearest)) {
      plan(clock.instant());
    }
  }

  /** What they owe from conversations that have ended is not what it was. */
  synchronized void promisesChanged() {
    if (complete) {
      plan(clock.instant());
    }
  }

  /** Tells at {@code at}, or when the pace allows; not later than planned before. */
  private void plan(Instant at) {
    Instant when = at.isBefore(earliest) ? earliest : at;
    if (next != null && !when.isBefore(next)) {
      return;
    }
    if (planned != null) {
      planned.cancel(false);
    }
    long nanos = Math.max(0, Duration.between(clock.instant(), when).toNanos());
    try {
      planned = teller.schedule(this::tell, nanos, TimeUnit.NANOSECONDS);
      next = when;
    } catch (RejectedExecutionException e) {
      LOG.debug("the server is stopping", e);
    }
  }

  private void tell() {
    DeskReply.Attention attention;
    List<Consumer<DeskReply.Attention>> whom;
    synchronized (this) {
      Instant now = clock.instant();
      attention = attention(now);
      whom = List.copyOf(listeners);
      next = null;
      planned = null;
      earliest = now.plus(PACE);
      Stream.concat(
              clocks.values().stream().flatMap(nearest -> nearest.turns(now).stream()),
              promises.turns(agent, now).stream())
          .min(Comparator.naturalOrder())
          .ifPresent(this::plan);
    }
    for (Consumer<DeskReply.Attention> listener : whom) {
      try {
        listener.accept(attention);
      } catch (RuntimeException e) {
        LOG.error("a listener of an agent's conversations failed", e);
      }
    }
  }

  private DeskReply.Attention attention(Instant now) {
    return new DeskReply.Attention(
        clocks.entrySet().stream()
            .map(entry -> entry.getValue().row(entry.getKey(), now))
            .sorted(
                Comparator.comparing(DeskReply.Row::deadline)
                    .thenComparing(row -> row.conversation().value()))
            .toList(),
        promises.due(agent, now));
  }
}
