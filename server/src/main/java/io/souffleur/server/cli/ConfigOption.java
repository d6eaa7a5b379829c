package io.souffleur.server.cli;

import io.souffleur.server.config.MistakesException;
import io.souffleur.server.config.Settings;
import io.souffleur.server.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The configuration of a house, for commands that need one. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "the configuration, in YAML")
  private Path config = Path.of("souffleur.yaml");

  /**
   * What stands in it.
   *
   * @throws UnusableException with all that is wrong in it
   */
  Settings settings(Console console) throws UnusableException {
    try {
      return SettingsFile.read(console.folder().resolve(config), System.getenv());
    } catch (MistakesException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw UnusableException.saidInFull(config + ":1: the file can't be read");
    }
  }
}
