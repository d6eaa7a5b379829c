package io.souffleur.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Threads that are let go at the same instant. */
public final class Race {
  private static final int PATIENCE_S = 30;

  private Race() {}

  /** What one of them does. */
  @FunctionalInterface
  public interface Runner {
    void run() throws Exception;
  }

  /** Seeds for so many races; {@code -Draces=N} makes them N times as many. */
  public static IntStream seeds(int usual) {
    return IntStream.range(0, usual * Integer.getInteger("races", 1));
  }

  /** Runs all of them, and waits for their ends; fails when one does, or does not come to it. */
  public static void of(List<? extends Runner> runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      List<Future<Void>> ends = new ArrayList<>();
      for (Runner runner : runners) {
        Callable<Void> task =
            () -> {
              start.await();
              runner.run();
              return null;
            };
        ends.add(threads.submit(task));
      }
      for (Future<Void> end : ends) {
        end.get(PATIENCE_S, TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("one of them failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("one of them waits for something that does not come", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
