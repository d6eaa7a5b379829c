package io.souffleur.server.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a command run until the process is told to stop by SIGTERM or SIGINT. Tidying up may take a
 * while, then the process ends without; a second signal ends it at once.
 */
final class UntilStopped implements AutoCloseable {
  private static final int SIGNALLED = 128;

  private final Console console;
  private final Duration patience;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch tidy = new CountDownLatch(1);
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * Listens to signals from now on.
   *
   * @param patience how long tidying up may take
   */
  UntilStopped(Console console, Duration patience) {
    this.console = console;
    this.patience = patience;
    Signals.hear("TERM", this::stopped);
    Signals.hear("INT", this::stopped);
  }

  /** Returns when the process, or this thread, is told to stop. */
  void await() {
    try {
      stop.await();
    } catch (InterruptedException wish) {
      // The same wish, said to the thread alone.
    }
  }

  private void stopped(int signal) {
    if (!told.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(SIGNALLED + signal);
    }
    stop.countDown();
    Thread.ofPlatform().daemon().name("stop").start(this::limit);
  }

  private void limit() {
    try {
      if (!tidy.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        console
            .complaints()
            .println(
                "souffleur: not everything was tidied up within "
                    + patience.toSeconds()
                    + " s; nothing that was acknowledged is lost");
        Runtime.getRuntime().halt(ExitCode.FAILURE);
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
