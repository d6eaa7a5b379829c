package io.souffleur.server;

import io.souffleur.server.config.Settings;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.lane.Past;
import io.souffleur.server.sealing.SealedSnapshots;
import io.souffleur.server.snapshot.Fingerprint;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.ChannelEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * What a server keeps of conversations in its data folder. Opened, and what a start needs is read,
 * on a thread of its own, while whoever starts the server reads models and checklists. For one
 * thread.
 */
final class Archive implements AutoCloseable {

  private final FutureTask<PrivateStore> opening;
  private final FutureTask<Read> reading;

  private Archive(FutureTask<PrivateStore> opening, FutureTask<Read> reading) {
    this.opening = opening;
    this.reading = reading;
  }

  private record Read(Snapshots snapshots, Past past) {}

  /**
   * Begins to open it.
   *
   * @param keeping where snapshots are kept, given the data folder
   */
  static Archive open(
      Settings settings, Function<Path, Snapshots> keeping, Clock clock, FatalHandler fatal) {
    FutureTask<PrivateStore> opening =
        new FutureTask<>(() -> PrivateStore.open(settings, clock, fatal));
    FutureTask<Read> reading =
        new FutureTask<>(() -> read(done(opening), settings, keeping, clock));
    Thread.ofPlatform()
        .name("archive")
        .daemon()
        .start(
            () -> {
              opening.run();
              reading.run();
            });
    return new Archive(opening, reading);
  }

  private static Read read(
      PrivateStore store, Settings settings, Function<Path, Snapshots> keeping, Clock clock) {
    Snapshots snapshots = new SealedSnapshots(keeping.apply(settings.data()), store.journal());
    try {
      return new Read(
          snapshots, Past.read(store.journal(), snapshots, fingerprint(settings), clock.instant()));
    } catch (RuntimeException e) {
      snapshots.close();
      throw e;
    }
  }

  /** Of everything that has a say in what becomes of the same events. */
  private static Fingerprint fingerprint(Settings settings) {
    return Fingerprint.builder()
        .text(program())
        .text(settings.language().tag())
        .text(settings.timeZone().map(ZoneId::getId).orElse(""))
        .folder(settings.checklists())
        .folder(settings.lexicons())
        .build();
  }

  /** Tells this program, and the Java that runs it, from every other. */
  static String program() {
    return Program.FINGERPRINT.toString();
  }

  /** Read once: the program that runs stays the same. The platform knows time zones and letters. */
  private static final class Program {
    static final Fingerprint FINGERPRINT =
        Fingerprint.builder()
            .program(Archive.class)
            .program(ChannelEvent.class)
            .text(Runtime.version().toString())
            .build();
  }

  /**
   * What is kept; waits until it is open. Then the data folder is there, and nobody else's.
   *
   * @throws IOException when the data folder can't be used
   */
  PrivateStore store() throws IOException {
    return done(opening);
  }

  /**
   * What was read of it; waits for that.
   *
   * @throws IOException when the data folder can't be used
   */
  Past past() throws IOException {
    return done(reading).past();
  }

  private static <T> T done(FutureTask<T> task) throws IOException {
    boolean interrupted = false;
    while (true) {
      try {
        T result = task.get();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return result;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException cause -> throw new IOException(cause.getMessage(), cause);
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Lets go of it, once it is open. */
  @Override
  public void close() {
    PrivateStore store;
    try {
      store = store();
    } catch (IOException | RuntimeException e) {
      // It never was open, and whoever asked for it has heard why.
      return;
    }
    try (store) {
      snapshots().close();
    }
  }

  private Snapshots snapshots() {
    try {
      return done(reading).snapshots();
    } catch (IOException | RuntimeException e) {
      // They were closed when reading failed, and whoever asked for what was read has heard why.
      return Snapshots.none();
    }
  }
}
