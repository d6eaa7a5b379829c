package io.souffleur.server.cli;

import io.souffleur.server.backup.Backup;
import io.souffleur.server.backup.Contents;
import io.souffleur.server.config.Settings;
import io.souffleur.server.sealing.KeyCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes everything that a house has kept into one file. */
@Command(
    name = "backup",
    description = {
      "Writes everything that was kept into one file, which appears once it is whole.",
      "The keys that open its texts, keys.db and the master key, are not in it: an erasure must"
          + " reach backups, too. Keep a copy of them elsewhere.",
      "The server may run meanwhile. Bring it back with: souffleur restore"
    })
final class BackupCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "TARGET", description = "the file to write; it must not be there yet")
  private Path file = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "COPY",
      description = "also copy keys.db into this file, in another folder than TARGET")
  private Optional<Path> keys = Optional.empty();

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings(console);
    Path place = console.folder().resolve(file).toAbsolutePath().normalize();
    Optional<Path> copy =
        keys.map(console.folder()::resolve).map(Path::toAbsolutePath).map(Path::normalize);
    if (copy.map(Path::getParent).equals(Optional.ofNullable(place.getParent()))) {
      throw new UnusableException(
          "keys beside the backup open it for whoever has both: choose another folder for --keys");
    }
    Contents contents;
    try {
      contents = write(settings, place, copy);
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
    console.messages().println(file + " has " + contents);
    console
        .messages()
        .println(
            "its texts open only with keys.db and the master key, which are not in it: keep a copy"
                + " of those two elsewhere, never beside it");
    return ExitCode.SUCCESS;
  }

  /** The keys last: so they open what began while the rest was copied. Both files, or none. */
  private static Contents write(Settings settings, Path place, Optional<Path> keys)
      throws IOException {
    Contents contents = Backup.write(settings.storage(), settings.data(), place);
    if (keys.isPresent()) {
      try {
        KeyCopy.write(settings.data(), keys.get());
      } catch (IOException e) {
        Files.deleteIfExists(place);
        throw e;
      }
    }
    return contents;
  }
}
