package io.souffleur.server.crash;

import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Channels write, a desk watches, and the server is killed (SIGKILL) at a random instant and
 * started again, many times; then what was said is compared with what is there.
 *
 * <p>Run by hand for its long form: {@code CrashRun KILLS [SEED]}.
 */
final class CrashRun {
  private static final int PATIENCE_MS = 60_000;
  private static final int LONGEST_LIFE_MS = 600;

  /** A server and what it is found at, on a folder of its own. */
  interface Starter {
    ServerProcess start(Path folder, SplittableRandom random) throws Exception;
  }

  /**
   * How it went.
   *
   * @param faults what must not be; empty when all is well
   * @param acknowledged events, each counted once, of the channels that know which
   * @param repeats acknowledgements that said once more what was said before
   * @param linked deliveries that the project's own client had acknowledged
   * @param entries of the journal that were compared
   * @param updates that the desk was shown and that were compared
   */
  record Result(
      List<String> faults,
      int kills,
      long acknowledged,
      long repeats,
      long linked,
      long entries,
      long updates,
      double seconds) {

    String text() {
      return String.format(
          Locale.ROOT,
          "%d kills in %.0f s: %d events acknowledged, %d of them again, %d by the link;"
              + " %d entries and %d updates compared, %d faults",
          kills,
          seconds,
          acknowledged,
          repeats,
          linked,
          entries,
          updates,
          faults.size());
    }
  }

  private final Path folder;
  private final SplittableRandom random;
  private final Ledger ledger = new Ledger();

  private CrashRun(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /** Kills a server so many times, or until something is found that must not be. */
  static Result run(Path folder, long seed, int kills, Starter starter) throws Exception {
    return new CrashRun(folder, seed).run(kills, starter);
  }

  private Result run(int kills, Starter starter) throws Exception {
    long begin = System.nanoTime();
    try (ServerProcess server = starter.start(folder, random)) {
      server.awaitReady();
      server.stop();
      server.again();
      List<RawConnector> raw = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        raw.add(new RawConnector("raw" + i, server.port(), ledger, random.split()));
      }
      LinkConnector link = new LinkConnector("link", server.port(), ledger, random.split());
      WatchingDesk desk = new WatchingDesk(server.port(), ledger, random.split());
      List<Thread> channels = new ArrayList<>();
      raw.forEach(one -> channels.add(Thread.ofPlatform().start(one)));
      channels.add(Thread.ofPlatform().start(link));
      Thread watching = Thread.ofPlatform().start(desk);
      int killed = 0;
      while (killed < kills && ledger.faults().isEmpty()) {
        live(server);
        server.kill();
        killed++;
        server.again();
      }
      raw.forEach(RawConnector::finish);
      link.finish();
      end(channels);
      desk.finish();
      end(List.of(watching));
      server.kill();
      FatalHandler fatal = (reason, cause) -> ledger.fault(reason + ": " + cause);
      try (Journal journal =
          SealedJournal.over(
              SqliteJournal.open(server.data(), fatal),
              KeyFile.open(server.data(), MasterKey.of(Optional.empty(), server.data())),
              fatal)) {
        Checker checker = new Checker(journal, ledger);
        List<String> faults = new ArrayList<>(checker.check(desk.shown()));
        if (ledger.acknowledgements() < 10L * killed) {
          faults.add("too little was acknowledged to say anything");
        }
        return new Result(
            faults,
            killed,
            ledger.acknowledgements(),
            ledger.repeats(),
            link.acknowledged(),
            checker.entries(),
            checker.updates(),
            (System.nanoTime() - begin) / 1e9);
      }
    }
  }

  /** Until a random instant after the first acknowledgement of this life. */
  private void live(ServerProcess server) throws Exception {
    server.awaitReady();
    long before = ledger.acknowledgements();
    if (!ledger.await(
        () -> ledger.acknowledgements() > before || !ledger.faults().isEmpty(), PATIENCE_MS)) {
      ledger.fault("nothing was acknowledged after a start");
    }
    ledger.await(() -> !ledger.faults().isEmpty(), random.nextInt(LONGEST_LIFE_MS));
  }

  private void end(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(PATIENCE_MS);
      if (thread.isAlive()) {
        ledger.fault("a channel or the desk did not come to its end");
        thread.interrupt();
      }
    }
  }

  /** {@code args}: how many kills, and a seed. */
  public static void main(String[] args) throws Exception {
    int kills = Integer.parseInt(args[0]);
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("souffleur-crash");
    System.out.println("seed " + seed + ", data in " + folder);
    Result result = run(folder, seed, kills, ServerProcess::start);
    System.out.println(result.text());
    result.faults().forEach(System.out::println);
    System.exit(result.faults().isEmpty() ? 0 : 1);
  }
}
