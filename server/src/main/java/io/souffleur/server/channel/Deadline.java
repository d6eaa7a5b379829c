package io.souffleur.server.channel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that opened it when its time is up; closing it undoes that. */
final class Deadline implements AutoCloseable {
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("deadlines").unstarted(task));

  private final long end;
  private final Thread thread = Thread.currentThread();
  private final ScheduledFuture<?> alarm;
  private boolean over;
  private boolean interrupted;

  private Deadline(Duration time) {
    end = System.nanoTime() + time.toNanos();
    alarm = WATCH.schedule(this::ring, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  static Deadline ofThisThread(Duration time) {
    return new Deadline(time);
  }

  /** The time that is left; zero when it is up. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private synchronized void ring() {
    if (!over) {
      interrupted = true;
      thread.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    alarm.cancel(false);
    if (interrupted) {
      var unused = Thread.interrupted();
    }
  }
}
