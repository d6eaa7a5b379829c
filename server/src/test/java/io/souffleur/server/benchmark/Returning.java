package io.souffleur.server.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The open conversations of a {@link LongHistory} go on, and a desk for each of them comes back:
 * within some seconds all of them, each with a ticket of its own, for the one conversation that it
 * watched.
 */
final class Returning implements AutoCloseable {

  /** Over how long the desks spread their return, as the sidebar does. */
  private static final Duration SPREAD = Duration.ofSeconds(5);

  private static final int DIALERS = 16;
  private static final long PATIENCE_SECONDS = 60;
  private static final String ID = Long.toString(System.nanoTime(), Character.MAX_RADIX);
  private static final byte[] RUN = FrameBytes.bytes("-" + ID + "-");
  private static final byte[] MESSAGE = FrameBytes.bytes("\"message\":\"m");
  private static final byte[] SNAPSHOT = FrameBytes.bytes("{\"type\":\"snapshot\"");
  private static final byte[] RESUMED = FrameBytes.bytes("{\"type\":\"resumed\"");
  private static final byte[] CUES = FrameBytes.bytes("{\"type\":\"cues\"");
  private static final byte[] REFUSED = FrameBytes.bytes("{\"type\":\"refused\"");

  private final int port;
  private final int open;
  private final LeanSocket channel;
  private final DeskFleet desks;
  private final Histogram cues = new ConcurrentHistogram(60_000_000L, 3);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private final CountDownLatch shown;
  private volatile boolean flowing = true;

  Returning(int port, int open) throws IOException {
    this.port = port;
    this.open = open;
    this.shown = new CountDownLatch(open);
    this.channel =
        new LeanSocket(
            port, "/v1/channel", "souffleur.channel.v1", BenchmarkServer.KEY, this::refusal);
    this.desks = new DeskFleet(port, this::heard);
  }

  private void refusal(byte[] frame) {
    if (FrameBytes.startsWith(frame, REFUSED) && refused.getAndIncrement() < 5) {
      System.err.println(FrameBytes.text(frame));
    }
  }

  /** Messages at an even pace; each says in its key when it ought to have been sent. */
  void flow(int perSecond, Duration time) {
    long origin = System.nanoTime();
    long total = time.toSeconds() * perSecond;
    for (long i = 0; i < total && flowing; i++) {
      long due = origin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
      }
      int number = (int) (i * 7919 % open);
      String key = LongHistory.open(number);
      Script.Line line = Script.line(number, ThreadLocalRandom.current().nextInt(Script.length()));
      String id = "m" + due + "-" + ID + "-" + i;
      channel.send(Script.message(id, key, line, Instant.now().toString()));
    }
  }

  /** Everybody comes back while messages flow; says how it went. */
  String comeBack(int perSecond) throws InterruptedException {
    Thread messages = Thread.ofPlatform().start(() -> flow(perSecond, Duration.ofSeconds(30)));
    long begin = System.nanoTime();
    try (ExecutorService dialers = Executors.newFixedThreadPool(DIALERS)) {
      for (int i = 0; i < DIALERS; i++) {
        int first = i;
        dialers.execute(() -> dial(first, begin));
      }
      if (!shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(shown.getCount() + " desks were shown nothing");
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    Histogram storm = cues.copy();
    messages.join();
    return String.format(
        Locale.ROOT,
        "%d desks came back in %.2f s, %d of them resumed, %d frames refused%n"
            + "  meanwhile, the cues of %d messages: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n"
            + "  in 30 s, the cues of %d messages: p99 %.1f ms",
        open,
        seconds,
        resumed.get(),
        refused.get(),
        storm.getTotalCount(),
        ms(storm, 50),
        ms(storm, 99),
        ms(storm, 100),
        cues.getTotalCount(),
        ms(cues, 99));
  }

  private static double ms(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / 1000.0;
  }

  /** Every sixteenth desk comes back, each at its time. */
  private void dial(int first, long begin) {
    try (TicketLine host = new TicketLine(port)) {
      for (int number = first; number < open; number += DIALERS) {
        long due = begin + SPREAD.toNanos() / open * number;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
        }
        desks.dial(
            "{\"type\":\"hello\",\"ticket\":\"%s\"}"
                .formatted(host.ticketFor(LongHistory.agent(number))),
            "{\"type\":\"watch\",\"conversation\":\"%s\",\"epoch\":\"gone\",\"seq\":3}"
                .formatted(LongHistory.open(number)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void heard(byte[] frame) {
    if (FrameBytes.startsWith(frame, SNAPSHOT)) {
      shown.countDown();
    } else if (FrameBytes.startsWith(frame, RESUMED)) {
      resumed.incrementAndGet();
      shown.countDown();
    } else if (FrameBytes.startsWith(frame, CUES)) {
      record(frame);
    } else {
      refusal(frame);
    }
  }

  private void record(byte[] frame) {
    int at = FrameBytes.indexOf(frame, MESSAGE);
    if (at >= 0 && FrameBytes.indexOf(frame, RUN) > at) {
      long due = FrameBytes.number(frame, at + MESSAGE.length);
      cues.recordValue(Math.max(0, System.nanoTime() - due) / 1000);
    }
  }

  @Override
  public void close() throws IOException {
    flowing = false;
    channel.close();
    desks.close();
  }
}
