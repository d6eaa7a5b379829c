package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What a power cut can leave of a journal on the disk. While entries are kept one by one, the files
 * are looked at between two acknowledgements; of what was written in between, the disk may have any
 * sectors and not the others, within what its syncs have put in order. Each such image is opened
 * again, and must have every entry that was acknowledged, in order.
 *
 * <p>In order are, by the syncs of SQLite's write-ahead log (sqlite.org/wal and walWriteFrames): a
 * new header of the log before what follows it, the whole log before the acknowledgement and before
 * any page of the database, the pages of the database before the next new header.
 */
final class PowerCuts {

  private static final int SECTOR = 512;
  private static final int LOG_HEADER = 32;
  private static final String DATABASE = "journal.db";
  private static final String LOG = "journal.db-wal";
  private static final ConversationId TALK = new ConversationId("talk");

  /** Large enough that the log is copied into the database after some hundred entries. */
  private static final String BODY = "{\"text\":\"" + "it snows ".repeat(400) + "\"}";

  private final Path folder;
  private final Random random;
  private final Promise promise;

  /** When an entry counts as acknowledged. */
  enum Promise {
    /** As the journal tells it: once it is on the disk. */
    KEPT,
    /** Already while it is written: what must be found out. */
    BROKEN
  }

  /**
   * What became of them.
   *
   * @param atCopies images of moments when the log was copied into the database, or begun anew
   * @param faults one line for each image that had lost something
   */
  record Result(int images, int atCopies, List<String> faults) {}

  PowerCuts(Path folder, long seed, Promise promise) {
    this.folder = folder;
    this.random = new Random(seed);
    this.promise = promise;
  }

  /** {@code args}: how many images, and a seed. */
  public static void main(String[] args) throws Exception {
    int images = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path folder = Files.createTempDirectory("souffleur-power-cuts");
    try {
      Result result = new PowerCuts(folder, seed, Promise.KEPT).run(images);
      System.out.printf(
          Locale.ROOT,
          "%d images, %d of them at copies of the log: %d faults%n",
          result.images(),
          result.atCopies(),
          result.faults().size());
      result.faults().forEach(System.out::println);
    } finally {
      clear(folder);
      Files.delete(folder);
    }
  }

  /** The two files at one instant. */
  private static final class Disk {
    private final byte[] database;
    private final byte[] log;

    Disk(byte[] database, byte[] log) {
      this.database = database;
      this.log = log;
    }

    static Disk of(Path folder) throws IOException {
      return new Disk(
          Files.readAllBytes(folder.resolve(DATABASE)), Files.readAllBytes(folder.resolve(LOG)));
    }

    boolean copiedSince(Disk before) {
      return !Arrays.equals(database, before.database);
    }

    boolean begunAnewSince(Disk before) {
      return !Arrays.equals(log, 0, LOG_HEADER, before.log, 0, LOG_HEADER);
    }

    boolean sameLogAs(Disk other) {
      return Arrays.equals(log, other.log);
    }
  }

  /** Makes so many images, and opens each. */
  Result run(int images) throws Exception {
    Path live = Files.createDirectories(folder.resolve("live"));
    List<String> faults = new ArrayList<>();
    int made = 0;
    int atCopies = 0;
    try (Journal journal = open(live)) {
      append(journal, 1);
      Disk before = Disk.of(live);
      for (int kept = 1; made < images; kept++) {
        append(journal, kept + 1L);
        Disk after = Disk.of(live);
        boolean moment = after.copiedSince(before) || after.begunAnewSince(before);
        // Hundreds of entries lie between two copies; the moments of the copies are worth more.
        for (int i = moment ? images / 10 : kept % 3 / 2; i > 0 && made < images; i--) {
          Disk image = moment && i % 2 == 0 ? afterSync(before, after) : beforeSync(before, after);
          atCopies += moment ? 1 : 0;
          made++;
          long owed = promise == Promise.KEPT ? kept : kept + 1L;
          look(image, owed, kept + 1L).ifPresent(faults::add);
        }
        before = after;
      }
    }
    return new Result(made, atCopies, faults);
  }

  private static Journal open(Path folder) throws IOException {
    return SqliteJournal.open(
        folder,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  private static void append(Journal journal, long position) throws Exception {
    CompletableFuture<Outcome> told = new CompletableFuture<>();
    journal.append(
        new Entry(
            TALK, position, Origin.CHANNEL, "k" + position, 0, "message", Instant.EPOCH, BODY),
        told::complete);
    if (told.get() != Outcome.DURABLE) {
      throw new IOException("not kept: " + told.get());
    }
  }

  /** The log is being written: any of its sectors may be on the disk. */
  private Disk beforeSync(Disk before, Disk after) {
    byte[] base = before.log;
    if (after.begunAnewSince(before)) {
      byte[] headed = base.clone();
      System.arraycopy(after.log, 0, headed, 0, LOG_HEADER);
      if (random.nextInt(10) == 0) {
        return new Disk(before.database, random.nextBoolean() ? headed : base);
      }
      base = headed;
    }
    return new Disk(before.database, mixed(base, after.log));
  }

  /** The log is on the disk, and is being copied into the database. */
  private Disk afterSync(Disk before, Disk after) {
    return after.sameLogAs(before) || !after.copiedSince(before)
        ? beforeSync(before, after)
        : new Disk(mixed(before.database, after.database), after.log);
  }

  /** Some sectors as they were, some as they became, and the length somewhere between. */
  private byte[] mixed(byte[] old, byte[] fresh) {
    int shorter = Math.min(old.length, fresh.length);
    int length = shorter + random.nextInt(Math.abs(fresh.length - old.length) + 1);
    byte[] image = new byte[length];
    int written = random.nextInt(101);
    for (int from = 0; from < length; from += SECTOR) {
      int to = Math.min(length, from + SECTOR);
      byte[] source = random.nextInt(100) < written ? fresh : old;
      if (from < source.length) {
        System.arraycopy(source, from, image, from, Math.min(to, source.length) - from);
      } else if (random.nextBoolean()) {
        // What was there before, of other files.
        byte[] anything = new byte[to - from];
        random.nextBytes(anything);
        System.arraycopy(anything, 0, image, from, anything.length);
      }
    }
    return image;
  }

  /** What is wrong with an image, if anything. */
  private Optional<String> look(Disk image, long owed, long most) throws Exception {
    Path cut = Files.createDirectories(folder.resolve("cut"));
    clear(cut);
    Files.write(cut.resolve(DATABASE), image.database);
    Files.write(cut.resolve(LOG), image.log);
    try {
      long found = entries(cut);
      if (found < owed || found > most) {
        return Optional.of(found + " entries found, " + owed + " acknowledged");
      }
      return Optional.empty();
    } catch (IOException | SQLException | IllegalStateException e) {
      return Optional.of(owed + " acknowledged: " + e.getMessage());
    }
  }

  /** How many entries there are, in order and as they were; one more can be kept. */
  private static long entries(Path cut) throws Exception {
    long found;
    try (Journal journal = open(cut)) {
      List<Entry> entries = journal.read(TALK);
      found = entries.size();
      for (int i = 0; i < found; i++) {
        if (entries.get(i).position() != i + 1L || !entries.get(i).body().equals(BODY)) {
          throw new IllegalStateException("entry " + (i + 1) + " is not as it was");
        }
      }
      append(journal, found + 1);
    }
    try (Connection connection = new SqliteFile(cut.resolve(DATABASE)).reader();
        Statement statement = connection.createStatement();
        ResultSet verdict = statement.executeQuery("pragma quick_check(1)")) {
      if (!verdict.getString(1).equals("ok")) {
        throw new IllegalStateException(verdict.getString(1));
      }
    }
    return found;
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file)) {
          clear(file);
        }
        Files.delete(file);
      }
    }
  }
}
