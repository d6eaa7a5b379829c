package io.souffleur.server.waiting;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Waits to the end. An interruption meanwhile ends none of these; the thread is told of it again
 * afterwards. For any thread.
 */
public final class Uninterrupted {
  private Uninterrupted() {}

  /** Waits for room in a queue. */
  public static <T> void put(BlockingQueue<? super T> queue, T element) {
    seeThrough(() -> queue.put(element));
  }

  /** Waits until a latch is open. */
  public static void await(CountDownLatch latch) {
    seeThrough(latch::await);
  }

  /** Waits until a thread has ended. */
  public static void join(Thread thread) {
    seeThrough(thread::join);
  }

  /** Something to wait for, which can be begun again. */
  private interface Wait {
    void run() throws InterruptedException;
  }

  private static void seeThrough(Wait wait) {
    boolean interrupted = false;
    while (true) {
      try {
        wait.run();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
