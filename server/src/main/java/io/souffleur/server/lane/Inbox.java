package io.souffleur.server.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a lane is to do. Orders come from outside and wait for room, and so do visits: somebody
 * wants to see something, which waits for what happens, so that thousands who come at once delay
 * nobody's hint. Signals (the journal's answers, somebody leaving) never wait, their number is
 * bounded by what was ordered before. Any thread puts, one takes.
 */
final class Inbox {

  /** Between which the lane looks for what has happened. */
  static final int VISITS_AT_ONCE = 4;

  /** While only signals can still come. */
  private static final long LAST_WAIT_NANOS = 1_000_000;

  private final int mostOrders;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition something = lock.newCondition();
  private final Deque<Runnable> orders = new ArrayDeque<>();
  private final Deque<Runnable> visits = new ArrayDeque<>();
  private final Deque<Runnable> signals = new ArrayDeque<>();
  private boolean nudged;
  private boolean closed;

  Inbox(int mostOrders) {
    this.mostOrders = mostOrders;
  }

  /** Waits for room; false when no more orders are taken. */
  boolean order(Runnable order) throws InterruptedException {
    return put(orders, order);
  }

  /** The same for what is done after the orders that are there. */
  boolean visit(Runnable visit) throws InterruptedException {
    return put(visits, visit);
  }

  private boolean put(Deque<Runnable> queue, Runnable one) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.size() >= mostOrders && !closed) {
        room.await();
      }
      if (closed) {
        return false;
      }
      queue.add(one);
      something.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Never waits. */
  void signal(Runnable signal) {
    lock.lock();
    try {
      signals.add(signal);
      something.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Makes the taker look at its clock again. */
  void nudge() {
    lock.lock();
    try {
      nudged = true;
      something.signal();
    } finally {
      lock.unlock();
    }
  }

  /** No more orders are taken; those that are in are still done. */
  void close() {
    lock.lock();
    try {
      closed = true;
      nudged = true;
      room.signalAll();
      something.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves what is there to {@code into}: the signals, then at most {@code most} orders, then some
   * visits; waits at most {@code nanos} for something to come.
   *
   * @return false when closed and neither an order nor a visit is left
   */
  boolean take(List<Runnable> into, int most, long nanos) {
    lock.lock();
    try {
      long left = closed ? Math.min(nanos, LAST_WAIT_NANOS) : nanos;
      while (isEmpty() && !nudged && left > 0) {
        try {
          left = something.awaitNanos(left);
        } catch (InterruptedException e) {
          // A lane ends by being closed; whoever interrupts its thread only makes it look around.
          left = 0;
        }
      }
      nudged = false;
      into.addAll(signals);
      signals.clear();
      move(orders, most, into);
      move(visits, VISITS_AT_ONCE, into);
      room.signalAll();
      return !closed || !orders.isEmpty() || !visits.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return orders.isEmpty() && visits.isEmpty() && signals.isEmpty();
  }

  private static void move(Deque<Runnable> from, int most, List<Runnable> into) {
    for (int i = 0; i < most && !from.isEmpty(); i++) {
      into.add(from.remove());
    }
  }

  int waiting() {
    lock.lock();
    try {
      return orders.size() + visits.size();
    } finally {
      lock.unlock();
    }
  }
}
