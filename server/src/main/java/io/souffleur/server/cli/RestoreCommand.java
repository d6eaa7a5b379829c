package io.souffleur.server.cli;

import io.souffleur.server.backup.Contents;
import io.souffleur.server.backup.Restore;
import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
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
      contents = Restore.read(place, settings.storage(), settings.data());
    } catch (IOException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
    console.messages().println("restored from " + file + ": " + contents);
    return ExitCode.SUCCESS;
  }
}
