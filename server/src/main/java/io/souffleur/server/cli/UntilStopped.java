package io.souffleur.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command run until the process is told to stop, and holds the end of the process back until
 * the command has tidied up.
 */
final class UntilStopped implements AutoCloseable {
  private static final int TIDYING_UP_S = 20;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch tidy = new CountDownLatch(1);

  UntilStopped() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopped, "stop"));
  }

  /** Returns when the process, or this thread, is told to stop. */
  void await() {
    try {
      stop.await();
    } catch (InterruptedException told) {
      // The same wish, said to the thread alone.
    }
  }

  private void stopped() {
    stop.countDown();
    try {
      if (!tidy.await(TIDYING_UP_S, TimeUnit.SECONDS)) {
        System.err.println("souffleur: stopped before everything was tidied up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is tidied up. */
  @Override
  public void close() {
    tidy.countDown();
  }
}
