package io.souffleur.server.cli;

import io.souffleur.server.config.Settings;
import io.souffleur.server.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a configuration, before it is used. */
@Command(
    name = "check-config",
    description = {
      "Reads a configuration file and prints every mistake at once, as file:line:column: reason.",
      "Starts nothing and touches no data."
    })
final class CheckConfigCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "the configuration, in YAML")
  private Path config = Path.of("souffleur.yaml");

  CheckConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = ConfigFile.read(console, config);
    if (settings.running().tls().isPresent()) {
      try {
        TlsFiles.check(settings.running().tls().get());
      } catch (IOException e) {
        throw UnusableException.saidInFull(config + ": " + FileTrouble.told(e));
      }
    }
    ConfigFile.warnings(console, config, settings)
        .forEach(warning -> console.complaints().println("souffleur: warning: " + warning));
    console.messages().println(config + ": no mistakes");
    return ExitCode.SUCCESS;
  }
}
