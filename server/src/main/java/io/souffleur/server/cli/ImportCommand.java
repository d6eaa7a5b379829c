package io.souffleur.server.cli;

import io.souffleur.server.PrivateStore;
import io.souffleur.server.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps the conversations of an export. */
@Command(
    name = "import",
    description = {
      "Keeps the conversations of an export, as they were, in a store that has none of them.",
      "Card numbers, and what the configuration says, are masked as in what comes in.",
      "No server may run on it meanwhile. Exports come from: POST /v1/privacy/exports"
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "SOURCE", description = "the answer of an export, as it came")
  private Path file = Path.of("");

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnusableException {
    Settings settings = config.settings(console);
    Path source = console.folder().resolve(file);
    if (!Files.isRegularFile(source)) {
      throw new UnusableException(file + " isn't there");
    }
    try (PrivateStore store =
        PrivateStore.open(
            settings,
            Clock.systemUTC(),
            (reason, cause) -> console.complaints().println("souffleur: " + reason))) {
      int kept = store.imports().read(Files.readAllBytes(source));
      console.messages().println(kept + " conversations imported from " + file);
      return ExitCode.SUCCESS;
    } catch (IOException e) {
      throw new UnusableException(FileTrouble.told(e));
    }
  }
}
