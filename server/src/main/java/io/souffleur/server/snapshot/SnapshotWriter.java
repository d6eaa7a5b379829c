package io.souffleur.server.snapshot;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs and writes snapshots on a thread of its own, the latest of each conversation: nobody ever
 * waits for it, and what it can't take is left out. Safe for use by any thread.
 */
public final class SnapshotWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

  /** Conversations that may wait; the snapshots of more are left out until there is room. */
  static final int MOST_WAITING = 20_000;

  private static final int AT_ONCE = 256;

  /** How long a stop waits for what is left to be written. */
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

  private final Snapshots snapshots;
  private final Fingerprint fingerprint;
  private final Function<State, byte[]> packing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final Map<ConversationId, Order> waiting = new LinkedHashMap<>();
  private final Thread thread;
  private boolean closed;
  private boolean failing;

  /**
   * Begins to wait for snapshots.
   *
   * @param snapshots the caller's: closed after this
   * @param packing makes bytes of a state that has not ended
   */
  public SnapshotWriter(
      Snapshots snapshots, Fingerprint fingerprint, Function<State, byte[]> packing) {
    this.snapshots = snapshots;
    this.fingerprint = fingerprint;
    this.packing = packing;
    this.thread = Thread.ofPlatform().name("snapshots").daemon().start(this::run);
  }

  private sealed interface Order {

    /** The latest there is of a conversation. */
    record Keep(Imprint imprint, State state) implements Order {}

    /** Nothing of it may be left. */
    record Erase() implements Order {}
  }

  /**
   * Keeps how a conversation stands, which must be durable. Never waits.
   *
   * @param imprint without the state
   */
  public void keep(ConversationId conversation, Imprint imprint, State state) {
    put(conversation, new Order.Keep(imprint, state));
  }

  /** Erases what is kept of a conversation, and what is about to be. Never waits. */
  public void erase(ConversationId conversation) {
    put(conversation, new Order.Erase());
  }

  private void put(ConversationId conversation, Order order) {
    lock.lock();
    try {
      boolean room = waiting.size() < MOST_WAITING || waiting.containsKey(conversation);
      if (!closed && (room || order instanceof Order.Erase)) {
        waiting.put(conversation, order);
        something.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Map<ConversationId, Order> orders = take();
    while (!orders.isEmpty()) {
      write(orders);
      orders = take();
    }
  }

  /** Waits for something to do; nothing, once closed and all is done. */
  private Map<ConversationId, Order> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        something.awaitUninterruptibly();
      }
      Map<ConversationId, Order> taken = new HashMap<>();
      Iterator<Map.Entry<ConversationId, Order>> next = waiting.entrySet().iterator();
      while (next.hasNext() && taken.size() < AT_ONCE) {
        Map.Entry<ConversationId, Order> one = next.next();
        taken.put(one.getKey(), one.getValue());
        next.remove();
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void write(Map<ConversationId, Order> orders) {
    Map<ConversationId, byte[]> kept = new HashMap<>();
    List<ConversationId> erased = new ArrayList<>();
    orders.forEach(
        (conversation, order) -> {
          switch (order) {
            case Order.Keep keep -> seal(conversation, keep, kept);
            case Order.Erase erase -> erased.add(conversation);
          }
        });
    try {
      if (!kept.isEmpty()) {
        snapshots.keep(kept);
      }
      if (!erased.isEmpty()) {
        snapshots.erase(erased);
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("snapshots can't be written; the next start takes longer", e);
      }
      failing = true;
    }
  }

  private void seal(
      ConversationId conversation, Order.Keep keep, Map<ConversationId, byte[]> into) {
    try {
      Imprint imprint = keep.imprint().of(packing.apply(keep.state()));
      into.put(conversation, imprint.sealed(conversation, fingerprint));
    } catch (RuntimeException e) {
      LOG.error("conversation {} can't be packed", conversation.key(), e);
    }
  }

  /** Writes what waits, as far as five seconds allow. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      something.signal();
    } finally {
      lock.unlock();
    }
    boolean ended = false;
    try {
      ended = thread.join(LAST_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      lock.lock();
      try {
        LOG.info("{} snapshots are left out; the next start takes longer", waiting.size());
        waiting.clear();
      } finally {
        lock.unlock();
      }
    }
  }
}
