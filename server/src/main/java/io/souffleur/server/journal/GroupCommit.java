package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.waiting.Uninterrupted;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: commits together whatever waits, at most {@link #LARGEST_GROUP} entries, without
 * ever waiting for more to come. Under load groups grow by themselves; at rest an entry is
 * committed alone.
 */
final class GroupCommit implements AutoCloseable {

  static final int LARGEST_GROUP = 256;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int PROBE_SECONDS = 1;
  private static final int LONGEST_QUEUE = 4 * LARGEST_GROUP;

  private final Store store;
  private final FatalHandler fatal;
  private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Thread writer;

  /** Where conversations with an entry that was not kept must go on from. Writer's thread only. */
  private final Map<ConversationId, Long> interrupted = new HashMap<>();

  private volatile boolean accepting = true;
  private volatile CommitListener listener = CommitListener.NOBODY;

  GroupCommit(Store store, FatalHandler fatal) {
    this.store = store;
    this.fatal = fatal;
    this.writer = Thread.ofPlatform().name("journal").start(this::run);
  }

  /** Something done to what is kept. */
  @FunctionalInterface
  private interface Change {
    void make(Store store) throws SQLException;
  }

  private sealed interface Order {

    /** Keep this. */
    record Keep(Entry entry, Consumer<Outcome> told) implements Order {}

    /**
     * Change what is kept already, after all that was to be kept before.
     *
     * @param erased what goes on from nothing then
     */
    record Alter(Change change, List<ConversationId> erased, CompletableFuture<Void> done)
        implements Order {}

    /** Nothing comes after this. */
    record Stop() implements Order {}
  }

  void append(Entry entry, Consumer<Outcome> told) {
    put(new Order.Keep(entry, told));
  }

  void listen(CommitListener heard) {
    listener = heard;
  }

  /** Deletes conversations; returns when that is durable. */
  void erase(Collection<ConversationId> conversations) {
    List<ConversationId> erased = List.copyOf(conversations);
    alter(store -> store.erase(erased), erased);
  }

  /** Writes entries anew; returns when that is durable. */
  void rewrite(List<Entry> entries) {
    List<Entry> anew = List.copyOf(entries);
    alter(store -> store.rewrite(anew), List.of());
  }

  /** Leaves nothing that can be read of what was written anew. */
  void scrub() {
    alter(Store::scrub, List.of());
  }

  private void alter(Change change, List<ConversationId> erased) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    put(new Order.Alter(change, erased, done));
    try {
      done.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the journal could not be changed", e.getCause());
    }
  }

  boolean ready() {
    return accepting;
  }

  /** Commits what was handed over, then ends the writer. */
  @Override
  public void close() {
    put(new Order.Stop());
    Uninterrupted.join(writer);
  }

  /** Waits for room, whatever happens: an order given up half-way would tear a conversation. */
  private void put(Order order) {
    Uninterrupted.put(queue, order);
  }

  private void run() {
    List<Order> orders = new ArrayList<>(LARGEST_GROUP);
    boolean open = true;
    while (open) {
      try {
        Order first = queue.poll(PROBE_SECONDS, TimeUnit.SECONDS);
        if (first == null) {
          probe();
          continue;
        }
        orders.add(first);
      } catch (InterruptedException e) {
        LOG.debug("the journal ends by being closed, not by being interrupted", e);
      }
      queue.drainTo(orders, LARGEST_GROUP - orders.size());
      List<Order.Keep> group = new ArrayList<>(orders.size());
      for (Order order : orders) {
        switch (order) {
          case Order.Keep keep -> group.add(keep);
          case Order.Alter alter -> {
            commit(group);
            group.clear();
            alter(alter);
          }
          case Order.Stop stop -> open = false;
        }
      }
      orders.clear();
      commit(group);
    }
    accepting = false;
  }

  private void alter(Order.Alter alter) {
    try {
      alter.change().make(store);
      alter.erased().forEach(interrupted::remove);
      alter.done().complete(null);
    } catch (SQLException e) {
      if (store.trouble(e) == Store.Trouble.BROKEN) {
        broken(e);
      }
      alter.done().completeExceptionally(e);
    }
  }

  private void probe() {
    if (!accepting) {
      return;
    }
    try {
      store.probe();
    } catch (SQLException e) {
      broken(e);
    }
  }

  private void commit(List<Order.Keep> group) {
    List<Order.Keep> fit = new ArrayList<>(group.size());
    for (Order.Keep keep : group) {
      if (!accepting) {
        tell(keep, Outcome.BROKEN);
      } else if (!goesOn(keep.entry())) {
        tell(keep, Outcome.NO_ROOM);
      } else if (!store.admits(keep.entry())) {
        drop(List.of(keep), Outcome.NO_ROOM);
      } else {
        fit.add(keep);
      }
    }
    if (!fit.isEmpty()) {
      keep(fit);
    }
  }

  private boolean goesOn(Entry entry) {
    Long from = interrupted.get(entry.conversation());
    if (from == null) {
      return true;
    }
    return from == entry.position() && interrupted.remove(entry.conversation(), from);
  }

  private void keep(List<Order.Keep> group) {
    long begun = System.nanoTime();
    try {
      store.keep(group.stream().map(Order.Keep::entry).toList());
    } catch (SQLException e) {
      failed(group, e);
      return;
    }
    listener.committed(group.size(), Duration.ofNanos(System.nanoTime() - begun));
    group.forEach(keep -> tell(keep, Outcome.DURABLE));
  }

  private void failed(List<Order.Keep> group, SQLException cause) {
    switch (store.trouble(cause)) {
      case NO_ROOM -> {
        LOG.warn("no room for {} events: {}", group.size(), cause.getMessage());
        drop(group, Outcome.NO_ROOM);
      }
      case CLASH -> {
        if (group.size() == 1) {
          LOG.error("an event contradicts the journal: {}", cause.getMessage());
          drop(group, Outcome.CLASH);
        } else {
          group.forEach(keep -> commit(List.of(keep)));
        }
      }
      case BROKEN -> {
        accepting = false;
        drop(group, Outcome.BROKEN);
        broken(cause);
      }
    }
  }

  private void broken(SQLException cause) {
    accepting = false;
    fatal.fatal("the journal could not be written, so nothing is acknowledged any more", cause);
  }

  private void drop(List<Order.Keep> group, Outcome outcome) {
    group.forEach(
        keep -> interrupted.putIfAbsent(keep.entry().conversation(), keep.entry().position()));
    group.forEach(keep -> tell(keep, outcome));
  }

  private static void tell(Order.Keep keep, Outcome outcome) {
    try {
      keep.told().accept(outcome);
    } catch (RuntimeException e) {
      LOG.error("whoever waited for an event of the journal failed", e);
    }
  }
}
