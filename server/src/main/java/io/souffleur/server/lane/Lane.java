package io.souffleur.server.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread, and the conversations that are its own. Does what comes in, in order, and looks at
 * each conversation when its alarm is due.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private static final int ORDERS_AT_ONCE = 64;

  /** Conversations woken between two looks at what comes in, while nothing does. */
  private static final int WOKEN_IN_PEACE = 8;

  /** So that a time that somebody moves is noticed; only while an alarm is set. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Surroundings around;
  private final Inbox inbox;
  private final Keeper keeper;
  private final Thread thread;

  private volatile boolean loaded;

  /** Whether those come back whom nobody asks for. */
  private volatile boolean rousing;

  Lane(int number, int mostOrders, Surroundings around, List<Past.Live> live) {
    this.around = around;
    this.inbox = new Inbox(mostOrders);
    this.keeper = new Keeper(around, inbox);
    this.thread = Thread.ofPlatform().name("lane-" + number).start(() -> run(live));
  }

  Inbox inbox() {
    return inbox;
  }

  Keeper keeper() {
    return keeper;
  }

  boolean ready() {
    return loaded && thread.isAlive();
  }

  /** Lets those come back, too, whom nobody asks for. */
  void rouse() {
    rousing = true;
    inbox.nudge();
  }

  void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(List<Past.Live> live) {
    try {
      keeper.sleepers().add(live);
      loaded = true;
      List<Runnable> todo = new ArrayList<>();
      boolean open = true;
      while (open || keeper.inFlight() > 0) {
        open = inbox.take(todo, ORDERS_AT_ONCE, nanosToWait());
        keeper.ring();
        for (Runnable one : todo) {
          one.run();
        }
        if (rousing) {
          keeper.sleepers().wake(todo.isEmpty() ? WOKEN_IN_PEACE : 1);
        }
        todo.clear();
      }
      keeper.rest();
    } catch (RuntimeException | Error e) {
      loaded = false;
      inbox.close();
      LOG.error("a lane failed", e);
      around.fatal().fatal("a lane of conversations failed", e);
    }
  }

  private long nanosToWait() {
    if (rousing && !keeper.sleepers().isEmpty()) {
      return 0;
    }
    Instant soonest = keeper.soonest();
    if (soonest == null) {
      return Long.MAX_VALUE;
    }
    Instant now = around.clock().instant();
    Duration wait = Duration.between(now, soonest);
    return wait.isNegative()
        ? 0
        : wait.compareTo(LONGEST_WAIT) < 0 ? wait.toNanos() : LONGEST_WAIT.toNanos();
  }
}
