package io.souffleur.server.cli;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.backup.Contents;
import io.souffleur.server.backup.Restore;
import io.souffleur.server.config.Settings;
import io.souffleur.server.journal.FatalHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a backup into an empty store. */
@Command(
    name = "restore",
    description = {
      "Brings a backup into an empty store, also of the other kind: SQLite or PostgreSQL.",
      "No server may run on it meanwhile."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "SOURCE", description = "a file that souffleur backup has written")
  private Path file = Path.of("");

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings(console);
    Path place = console.folder().resolve(file);
    Contents contents;
    try {
      // Keys that don't open it are told before the store has anything in it.
      contents =
          Restore.read(
              place, settings.storage(), settings.data(), () -> PrivateStore.tryKeys(settings));
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
    console.messages().println("restored from " + file + ": " + contents);
    if (PrivateStore.hasKeys(settings.data())) {
      eraseAgain(settings);
    } else {
      console
          .messages()
          .println(
              "its texts open only with its keys: before you start, put keys.db into "
                  + settings.data()
                  + ", and master.key, too, if the master key is not in the configuration");
    }
    return ExitCode.SUCCESS;
  }

  /** What was erased since the backup was written. */
  private void eraseAgain(Settings settings) throws UnusableException {
    FatalHandler fatal = (reason, cause) -> console.complaints().println("souffleur: " + reason);
    try (PrivateStore store = PrivateStore.open(settings, Clock.systemUTC(), fatal)) {
      long erased =
          store.keys().erasures().stream()
              .mapToLong(erasure -> erasure.conversations().size())
              .sum();
      console.messages().println("left out what was erased: " + erased + " conversations ever");
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }
}
