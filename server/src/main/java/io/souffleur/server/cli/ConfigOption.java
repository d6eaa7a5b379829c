package io.souffleur.server.cli;

import io.souffleur.server.config.Settings;
import java.nio.file.Path;
import java.util.List;
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
    return ConfigFile.read(console, config);
  }

  /** What can be used and still ought to be different. */
  List<String> warnings(Console console, Settings settings) {
    return ConfigFile.warnings(console, config, settings);
  }
}
