package io.souffleur.server.benchmark;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.config.Settings;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How fast journals keep entries, sealed as the server seals them: as many as they can, then 1,000
 * a second, for which the time from handing over to being durable is measured. {@code JournalSpeed
 * sqlite|postgresql FOLDER}.
 */
public final class JournalSpeed {
  private static final int ROWS = 100_000;
  private static final int PACED = 20_000;
  private static final long PACE_NANOS = 1_000_000;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int CONVERSATIONS = 500;
  private static final String BODY = "{\"text\":\"" + "Bonjour, ma cafetière. ".repeat(12) + "\"}";

  private JournalSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Settings.Storage storage =
        arguments[0].equals("postgresql")
            ? TestPostgres.database()
            : Settings.Sqlite.WITHOUT_RESERVE;
    Files.createDirectories(Path.of(arguments[1]));
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "journal");
    try (PrivateStore store = open(storage, folder)) {
      run(store.journal(), "warm-up", ROWS, 0);
      run(store.journal(), "as many as it can", ROWS, 0);
      run(store.journal(), "1,000 a second", PACED, PACE_NANOS);
    }
  }

  private static PrivateStore open(Settings.Storage storage, Path folder) throws Exception {
    Settings settings =
        new Settings(
                "127.0.0.1",
                0,
                folder,
                List.of(),
                List.of(),
                Set.of(),
                Language.FRENCH,
                Optional.empty(),
                Optional.empty())
            .withStorage(storage);
    return PrivateStore.open(
        settings,
        Clock.systemUTC(),
        (reason, cause) -> {
          throw new IllegalStateException(reason, cause);
        });
  }

  private static void run(Journal journal, String name, int rows, long pace) throws Exception {
    Histogram waits = new ConcurrentHistogram(LONGEST_NANOS, 3);
    CountDownLatch left = new CountDownLatch(rows);
    long begin = System.nanoTime();
    for (int i = 0; i < rows; i++) {
      long due = begin + i * pace;
      while (pace > 0 && System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      long from = pace > 0 ? due : System.nanoTime();
      journal.append(
          entry(name, i),
          outcome -> {
            waits.recordValue(System.nanoTime() - from);
            left.countDown();
          });
    }
    left.await();
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%s: %.0f rows/s; handed over until durable, ms: p50 %.2f, p99 %.2f, most %.2f%n",
        name,
        rows / seconds,
        waits.getValueAtPercentile(50) / 1e6,
        waits.getValueAtPercentile(99) / 1e6,
        waits.getMaxValue() / 1e6);
  }

  private static Entry entry(String run, int number) {
    long position = 1L + number / CONVERSATIONS;
    return new Entry(
        new ConversationId(run + "-" + number % CONVERSATIONS),
        position,
        Origin.CHANNEL,
        new ChannelName("web-chat"),
        "k" + position,
        0,
        "message",
        Instant.EPOCH.plusMillis(number),
        BODY,
        List.<Sighting>of());
  }
}
