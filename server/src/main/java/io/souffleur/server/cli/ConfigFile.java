package io.souffleur.server.cli;

import io.souffleur.server.config.KeyDigest;
import io.souffleur.server.config.MistakesException;
import io.souffleur.server.config.ReadableSecrets;
import io.souffleur.server.config.Running;
import io.souffleur.server.config.Settings;
import io.souffleur.server.config.SettingsFile;
import io.souffleur.server.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
      throw UnusableException.saidInFull(
          config + ":1: the file can't be read: " + FileTrouble.told(e));
    }
  }

  /** What can be used and still ought to be different. */
  static List<String> warnings(Console console, Path config, Settings settings) {
    List<KeyDigest> keys =
        Stream.concat(settings.channels().stream(), settings.hosts().stream())
            .map(Settings.Key::digest)
            .toList();
    Running running = settings.running();
    return Stream.of(
            ReadableSecrets.warning(console.folder().resolve(config), keys),
            running.tls().flatMap(tls -> ReadableSecrets.warning(tls.key())),
            running.tls().flatMap(tls -> TlsFiles.warning(tls, Instant.now())),
            ReadableSecrets.folderWarning(settings.data()),
            insecure(running),
            pastTheProxy(settings),
            unproven(settings.storage()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> pastTheProxy(Settings settings) {
    Running running = settings.running();
    return settings.servesOthers()
            && running.tls().isEmpty()
            && running.proxy().filter(Running.Proxy::here).isPresent()
        ? Optional.of(
            "other machines reach "
                + settings.host()
                + " without TLS, past the proxy on this machine: listen at 127.0.0.1")
        : Optional.empty();
  }

  private static Optional<String> unproven(Settings.Storage storage) {
    return storage instanceof Settings.Postgresql database && database.unproven()
        ? Optional.of(
            "the database is on another machine, and anybody in between could be it: add"
                + " sslmode=verify-full to storage.url, and sslrootcert=FILE for an authority of"
                + " your own")
        : Optional.empty();
  }

  private static Optional<String> insecure(Running running) {
    return running.insecure() && running.tls().isEmpty() && running.proxy().isEmpty()
        ? Optional.of(
            "insecure: true: what people write, their passwords and the keys of channels can be"
                + " read on the way by whoever is in between; add tls, or name a proxy that speaks"
                + " it")
        : Optional.empty();
  }
}
