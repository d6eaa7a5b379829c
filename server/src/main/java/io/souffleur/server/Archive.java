package io.souffleur.server;

import io.souffleur.server.config.Settings;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
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

  private final FutureTask<Opened> opening;

  private Archive(FutureTask<Opened> opening) {
    this.opening = opening;
  }

  private record Opened(PrivateStore store, Snapshots snapshots, Past past)
      implements AutoCloseable {
    @Override
    public void close() {
      try (store) {
        snapshots.close();
      }
    }
  }

  /**
   * Begins to open it.
   *
   * @param keeping where snapshots are kept, given the data folder
   */
  static Archive open(
      Settings settings, Function<Path, Snapshots> keeping, Clock clock, FatalHandler fatal) {
    FutureTask<Opened> opening = new FutureTask<>(() -> opened(settings, keeping, clock, fatal));
    Thread.ofPlatform().name("archive").daemon().start(opening);
    return new Archive(opening);
  }

  private static Opened opened(
      Settings settings, Function<Path, Snapshots> keeping, Clock clock, FatalHandler fatal)
      throws IOException {
    PrivateStore store = PrivateStore.open(settings, clock, fatal);
    Snapshots snapshots = Snapshots.none();
    try {
      snapshots = new SealedSnapshots(keeping.apply(settings.data()), store.journal());
      Past past = Past.read(store.journal(), snapshots, fingerprint(settings), clock.instant());
      return new Opened(store, snapshots, past);
    } catch (RuntimeException e) {
      snapshots.close();
      store.close();
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
   * What was read of it; waits for that.
   *
   * @throws IOException when the data folder can't be used
   */
  Past past() throws IOException {
    boolean interrupted = false;
    while (true) {
      try {
        Past past = opening.get().past();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return past;
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

  /** The journal, once the past was read of it. */
  Journal journal() {
    return store().journal();
  }

  /** The store, once the past was read of it. */
  PrivateStore store() {
    return opening.resultNow().store();
  }

  /** Lets go of it, once it is open. */
  @Override
  public void close() {
    try {
      past();
    } catch (IOException | RuntimeException e) {
      // It never was open, and whoever asked for what was read has heard why.
      return;
    }
    opening.resultNow().close();
  }
}
