package io.souffleur.server.benchmark;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.sealing.Erasure;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * How long an erasure takes among many conversations, and how long new conversations wait
 * meanwhile. {@code ErasureSpeed fill FOLDER COUNT}, then {@code ErasureSpeed measure FOLDER}, then
 * {@code ErasureSpeed vacuum FOLDER} for the price of writing the keys anew.
 */
public final class ErasureSpeed {
  private static final int SINGLE = 50;
  private static final int MANY = 1_000;
  private static final int STEP = 997;
  private static final long PACE_NANOS = 5_000_000;
  private static final double NANOS_A_MILLI = 1e6;

  private ErasureSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "fill" -> fill(folder, Integer.parseInt(arguments[2]));
      case "measure" -> measure(folder);
      default -> vacuum(folder);
    }
  }

  private static SealedJournal open(Path folder) throws IOException {
    return SealedJournal.over(
        SqliteJournal.open(folder, ErasureSpeed::failed),
        KeyFile.open(folder, MasterKey.of(Optional.empty(), folder)),
        ErasureSpeed::failed);
  }

  private static void failed(String reason, Throwable cause) {
    throw new IllegalStateException(reason, cause);
  }

  private static Entry start(String conversation) {
    return new Entry(
        new ConversationId(conversation),
        1,
        Origin.CHANNEL,
        "s",
        0,
        Entry.STARTED,
        Instant.EPOCH,
        "{\"type\":\"conversation.started\",\"id\":\"s\",\"conversation\":\""
            + conversation
            + "\",\"at\":\"2026-11-23T09:00:00Z\",\"medium\":\"chat\",\"customer\":{\"key\":\"k-"
            + conversation
            + "\"}}");
  }

  private static void fill(Path folder, int count) throws Exception {
    CountDownLatch left = new CountDownLatch(count);
    try (SealedJournal journal = open(folder)) {
      for (int i = 0; i < count; i++) {
        journal.append(start("chat-" + (long) i * STEP % count), outcome -> left.countDown());
      }
      left.await();
    }
  }

  private static void measure(Path folder) throws Exception {
    try (SealedJournal journal = open(folder)) {
      AtomicBoolean over = new AtomicBoolean();
      Histogram waits = new Histogram(3);
      Thread news = Thread.ofPlatform().start(() -> keepNew(journal, over, waits));
      Histogram single = new Histogram(3);
      for (int i = 0; i < SINGLE; i++) {
        single.recordValue(erase(journal, List.of("chat-" + i * STEP)));
      }
      long many =
          erase(journal, IntStream.range(0, MANY).mapToObj(i -> "chat-" + (i * STEP + 1)).toList());
      over.set(true);
      news.join();
      System.out.printf(
          "one conversation: %.1f ms in the median, %.1f ms at most; %d at once: %.1f ms%n",
          single.getValueAtPercentile(50) / NANOS_A_MILLI,
          single.getMaxValue() / NANOS_A_MILLI,
          MANY,
          many / NANOS_A_MILLI);
      System.out.printf(
          "new conversations meanwhile: %d, %.1f ms in the median, %.1f ms p99, %.1f ms at most%n",
          waits.getTotalCount(),
          waits.getValueAtPercentile(50) / NANOS_A_MILLI,
          waits.getValueAtPercentile(99) / NANOS_A_MILLI,
          waits.getMaxValue() / NANOS_A_MILLI);
    }
  }

  private static long erase(SealedJournal journal, List<String> conversations) {
    long begun = System.nanoTime();
    journal.erase(new Erasure("e" + begun, Instant.EPOCH, "benchmark", conversations));
    return System.nanoTime() - begun;
  }

  private static void keepNew(SealedJournal journal, AtomicBoolean over, Histogram waits) {
    for (int i = 0; !over.get(); i++) {
      long begun = System.nanoTime();
      CompletableFuture<Outcome> kept = new CompletableFuture<>();
      journal.append(start("new-" + i + "-" + begun), kept::complete);
      kept.join();
      waits.recordValue(System.nanoTime() - begun);
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  private static void vacuum(Path folder) throws Exception {
    long begun = System.nanoTime();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = file.createStatement()) {
      statement.execute("vacuum");
      statement.execute("pragma wal_checkpoint(truncate)");
    }
    System.out.printf(
        "keys.db written anew: %.1f ms%n", (System.nanoTime() - begun) / NANOS_A_MILLI);
  }
}
