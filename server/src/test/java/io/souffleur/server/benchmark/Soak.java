package io.souffleur.server.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A long time under load, in search of a slow death: messages at an even pace, desks that come and
 * go, and each minute what the server's process holds; every fifth after a full collection.
 */
public final class Soak {

  private static final Load.Size SIZE = new Load.Size(4, 40, 2000);
  private static final int WARM_UP_SECONDS = 60;
  private static final Pattern PAUSE =
      Pattern.compile("Pause (\\w+) .*->(\\d+)M\\(\\d+M\\) (\\d+\\.\\d+)ms");

  /** What is in use is only known after a full collection, which is asked for: in minutes. */
  private static final int COLLECTED_EVERY = 5;

  private Soak() {}

  /** {@code args}: minutes, messages a second, desks that come and go a second. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 120;
    int rate = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int churn = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    Path pauses = Files.createTempFile("souffleur-soak", ".log");
    try (ServerProcess server =
            ServerProcess.start(
                "coach",
                "-Xms1g",
                "-XX:+AlwaysPreTouch",
                "-Xlog:gc:file=" + pauses + ":none:filecount=0");
        Load load = new Load(server.target(), SIZE, "soak", Load.Kind.PACED);
        Churn desks = new Churn(server.target().port(), churn)) {
      List<ProcessFigures> figures = new ArrayList<>();
      Thread watch =
          Thread.ofPlatform().daemon().start(() -> watch(server, minutes, pauses, figures));
      Load.Outcome outcome = load.paced(rate, WARM_UP_SECONDS, minutes * 60.0);
      watch.join();
      System.out.printf(
          Locale.ROOT,
          "%d messages, %d desks came and went, %d refused; a hint: p50 %.2f ms, p99 %.2f ms,"
              + " p99.9 %.2f ms, max %.1f ms%n",
          outcome.messages(),
          desks.gone(),
          load.refused(),
          outcome.hint().getValueAtPercentile(50) / 1000.0,
          outcome.hint().getValueAtPercentile(99) / 1000.0,
          outcome.hint().getValueAtPercentile(99.9) / 1000.0,
          outcome.hint().getMaxValue() / 1000.0);
      List<ProcessFigures> later = figures.subList(figures.size() / 2, figures.size());
      System.out.printf(
          Locale.ROOT,
          "second half: heap %+.2f MiB an hour, memory %+.2f MiB, threads %+.1f, files %+.1f, data"
              + " %+.0f MiB; longest pause of the collector %.1f ms%n",
          anHour(
              later.stream().filter(one -> one.since().toMinutes() % COLLECTED_EVERY == 0).toList(),
              ProcessFigures::heap),
          anHour(later, ProcessFigures::resident) / 1024,
          anHour(later, ProcessFigures::threads),
          anHour(later, ProcessFigures::files),
          anHour(later, ProcessFigures::stored) / 1024,
          pauses(pauses)
              .filter(pause -> !pause.group(1).equals("Full"))
              .mapToDouble(pause -> Double.parseDouble(pause.group(3)))
              .max()
              .orElse(0));
    } finally {
      Files.delete(pauses);
    }
  }

  private static void watch(
      ServerProcess server, int minutes, Path pauses, List<ProcessFigures> figures) {
    long begin = System.nanoTime();
    for (int minute = 1; minute <= minutes; minute++) {
      waitUntil(begin + TimeUnit.MINUTES.toNanos(minute));
      try {
        if (minute % COLLECTED_EVERY == 0) {
          collect(server.target().server());
        }
        ProcessFigures now =
            ProcessFigures.of(
                server.target().server().pid(),
                server.data(),
                Duration.ofMinutes(minute),
                pauses(pauses)
                    .mapToLong(pause -> Long.parseLong(pause.group(2)))
                    .reduce(0, (a, b) -> b));
        figures.add(now);
        System.out.printf(
            Locale.ROOT,
            "minute %d: %d MiB of heap in use, %d MiB resident, %d threads, %d files, %d MiB of"
                + " data%n",
            minute,
            now.heap(),
            now.resident() / 1024,
            now.threads(),
            now.files(),
            now.stored() / 1024);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Has the server collect all that is no longer used, and waits until it has. */
  private static void collect(ProcessHandle server) throws IOException {
    try {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              Long.toString(server.pid()),
              "GC.run")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitUntil(long due) {
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
    }
  }

  /** How fast something grows, by least squares. */
  private static double anHour(List<ProcessFigures> figures, ToLongFunction<ProcessFigures> what) {
    double time = figures.stream().mapToLong(one -> one.since().toMinutes()).average().orElse(0);
    double mean = figures.stream().mapToLong(what).average().orElse(0);
    double together = 0;
    double squares = 0;
    for (ProcessFigures one : figures) {
      double apart = one.since().toMinutes() - time;
      together += apart * (what.applyAsLong(one) - mean);
      squares += apart * apart;
    }
    return squares == 0 ? 0 : together / squares * 60;
  }

  private static Stream<MatchResult> pauses(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.flatMap(line -> PAUSE.matcher(line).results()).toList().stream();
    }
  }

  /** Desks that come, watch their list and go again, so many a second. */
  private static final class Churn implements AutoCloseable {

    private final AtomicLong gone = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    Churn(int port, int perSecond) {
      thread = Thread.ofPlatform().daemon().name("churn").start(() -> run(port, perSecond));
    }

    private void run(int port, int perSecond) {
      long due = System.nanoTime();
      try (TicketLine host = new TicketLine(port)) {
        while (!over) {
          waitUntil(due);
          due += TimeUnit.SECONDS.toNanos(1) / perSecond;
          String ticket = host.ticketFor("visitor-" + gone.get() % 100);
          CountDownLatch greeted = new CountDownLatch(1);
          try (LeanSocket desk =
              new LeanSocket(
                  port, "/v1/desk", "souffleur.desk.v1", null, frame -> greeted.countDown())) {
            desk.send("{\"type\":\"hello\",\"ticket\":\"" + ticket + "\"}");
            if (!greeted.await(5, TimeUnit.SECONDS)) {
              throw new IOException("a desk was told nothing");
            }
          }
          gone.incrementAndGet();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    long gone() {
      return gone.get();
    }

    @Override
    public void close() throws IOException {
      over = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
