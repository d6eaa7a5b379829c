package io.souffleur.server.cli;

import io.souffleur.server.config.KeyDigest;
import io.souffleur.server.config.MistakesException;
import io.souffleur.server.config.ReadableSecrets;
import io.souffleur.server.config.Settings;
import io.souffleur.server.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configuration as commands read it. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * Reads a configuration.
   *
   * @throws UnusableException with all that is wrong in it
   */
  static Settings read(Console console, Path config) throws UnusableException {
    try {
      return SettingsFile.read(console.folder().resolve(config), System.getenv());
    } catch (MistakesException e) {
      throw UnusableException.saidInFull(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw UnusableException.saidInFull(config + ":1: the file can't be read");
    }
  }

  /** What can be used and still ought to be different. */
  static List<String> warnings(Console console, Path config, Settings settings) {
    List<KeyDigest> keys =
        Stream.concat(settings.channels().stream(), settings.hosts().stream())
            .map(Settings.Key::digest)
            .toList();
    return Stream.concat(
            ReadableSecrets.warning(console.folder().resolve(config), keys).stream(),
            settings.running().tls().stream()
                .flatMap(tls -> ReadableSecrets.warning(tls.key()).stream()))
        .toList();
  }
}
