package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.waiting.Uninterrupted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Makes the keys of new conversations durable, as many together as wait, and only then hands over
 * what was sealed with them: no entry is ever on disk whose key is not. The first entries of a
 * conversation wait for one more sync, later ones for none.
 */
final class NewKeys implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NewKeys.class);
  private static final int MOST_AT_ONCE = 256;

  private final KeyFile file;
  private final Journal journal;
  private final Consumer<ConversationId> lost;
  private final FatalHandler fatal;
  private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(4 * MOST_AT_ONCE);
  private final Map<ConversationId, Birth> births = new ConcurrentHashMap<>();
  private final Thread writer;

  private volatile boolean working = true;

  /**
   * Begins to wait for new conversations.
   *
   * @param lost told of a key that could not be kept
   */
  NewKeys(KeyFile file, Journal journal, Consumer<ConversationId> lost, FatalHandler fatal) {
    this.file = file;
    this.journal = journal;
    this.lost = lost;
    this.fatal = fatal;
    this.writer = Thread.ofPlatform().name("keys").start(this::run);
  }

  private record Held(Entry sealed, Consumer<Outcome> told) {}

  /** A conversation whose key is not durable yet. */
  private record Birth(KeyFile.Fresh key, List<Held> held) {}

  private sealed interface Order {
    record Keep(ConversationId conversation) implements Order {}

    record Flush(CountDownLatch done) implements Order {}

    record Stop() implements Order {}
  }

  boolean ready() {
    return working;
  }

  boolean isNew(ConversationId conversation) {
    return births.containsKey(conversation);
  }

  /** Takes the first entry of a conversation. */
  void add(KeyFile.Fresh key, Entry sealed, Consumer<Outcome> told) {
    List<Held> held = new ArrayList<>(2);
    held.add(new Held(sealed, told));
    births.put(key.conversation(), new Birth(key, held));
    Uninterrupted.put(queue, new Order.Keep(key.conversation()));
  }

  /** Takes a later entry, when the key of its conversation is not durable yet. */
  boolean holds(Entry sealed, Consumer<Outcome> told) {
    if (births.isEmpty()) {
      return false;
    }
    return births.computeIfPresent(
            sealed.conversation(),
            (conversation, birth) -> {
              birth.held().add(new Held(sealed, told));
              return birth;
            })
        != null;
  }

  /** Returns when everything that was taken so far has been handed over. */
  void flush() {
    CountDownLatch done = new CountDownLatch(1);
    Uninterrupted.put(queue, new Order.Flush(done));
    Uninterrupted.await(done);
  }

  private void run() {
    List<Order> orders = new ArrayList<>(MOST_AT_ONCE);
    boolean open = true;
    while (open) {
      try {
        orders.add(queue.take());
      } catch (InterruptedException e) {
        LOG.debug("the keys end by being closed, not by being interrupted", e);
      }
      queue.drainTo(orders, MOST_AT_ONCE - orders.size());
      List<ConversationId> born = new ArrayList<>(orders.size());
      for (Order order : orders) {
        switch (order) {
          case Order.Keep keep -> born.add(keep.conversation());
          case Order.Flush flush -> {}
          case Order.Stop stop -> open = false;
        }
      }
      keep(born);
      for (Order order : orders) {
        if (order instanceof Order.Flush(CountDownLatch done)) {
          done.countDown();
        }
      }
      orders.clear();
    }
  }

  private void keep(List<ConversationId> born) {
    if (born.isEmpty()) {
      return;
    }
    Outcome outcome = working ? kept(born) : Outcome.BROKEN;
    for (ConversationId conversation : born) {
      // Within the map's lock, so that nothing later overtakes what was held.
      births.computeIfPresent(
          conversation,
          (same, birth) -> {
            birth.held().forEach(held -> handOver(held, outcome));
            return null;
          });
    }
  }

  private Outcome kept(List<ConversationId> born) {
    try {
      List<KeyFile.Fresh> keys = new ArrayList<>(born.size());
      for (ConversationId conversation : born) {
        Birth birth = births.get(conversation);
        if (birth != null) {
          keys.add(birth.key());
        }
      }
      file.keep(keys);
      return Outcome.DURABLE;
    } catch (SQLException e) {
      born.forEach(lost);
      boolean full =
          e instanceof SQLiteException sqlite
              && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
      if (full) {
        LOG.warn("no room for the keys of {} conversations", born.size());
        return Outcome.NO_ROOM;
      }
      working = false;
      fatal.fatal("the keys could not be written, so nothing is acknowledged any more", e);
      return Outcome.BROKEN;
    }
  }

  private void handOver(Held held, Outcome outcome) {
    if (outcome == Outcome.DURABLE) {
      journal.append(held.sealed(), held.told());
      return;
    }
    try {
      held.told().accept(outcome);
    } catch (RuntimeException e) {
      LOG.error("whoever waited for an event of the journal failed", e);
    }
  }

  /** Hands over what was taken, then ends. */
  @Override
  public void close() {
    Uninterrupted.put(queue, new Order.Stop());
    Uninterrupted.join(writer);
  }
}
