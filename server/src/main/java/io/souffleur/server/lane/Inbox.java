package io.souffleur.server.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a lane is to do. Orders come from outside and wait for room; signals (the journal's answers,
 * somebody leaving) never wait, their number is bounded by what was ordered before. Any thread
 * puts, one takes.
 */
final class Inbox {

  /** While only signals can still come. */
  private static final long LAST_WAIT_NANOS = 1_000_000;

  private final int mostOrders;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition something = lock.newCondition();
  private final Deque<Runnable> orders = new ArrayDeque<>();
  private final Deque<Runnable> signals = new ArrayDeque<>();
  private boolean nudged;
  private boolean closed;

  Inbox(int mostOrders) {
    this.mostOrders = mostOrders;
  }

  /** Waits for room; false when no more orders are taken. */
  boolean order(Runnable order) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (orders.size() >= mostOrders && !closed) {
        room.await();
      }
      if (closed) {
        return false;
      }
      orders.add(order);
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
   * Moves what is there, signals first, at most {@code most} orders, to {@code into}; waits at most
   * {@code nanos} for something to come.
   *
   * @return false when closed and no order is left
   */
  boolean take(List<Runnable> into, int most, long nanos) {
    lock.lock();
    try {
      long left = closed ? Math.min(nanos, LAST_WAIT_NANOS) : nanos;
      while (orders.isEmpty() && signals.isEmpty() && !nudged && left > 0) {
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
      for (int i = 0; i < most && !orders.isEmpty(); i++) {
        into.add(orders.remove());
      }
      room.signalAll();
      return !closed || !orders.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return orders.size();
    } finally {
      lock.unlock();
    }
  }
}
