package io.souffleur.server.cli;

import io.souffleur.server.config.Running;
import java.util.Locale;

/** Tells the log what a house wants; before anything is logged, since the log reads it once. */
final class LogSettings {
  private LogSettings() {}

  static void use(Running running) {
    System.setProperty("souffleur.logs", running.logs().name().toLowerCase(Locale.ROOT));
    System.setProperty("souffleur.log.level", running.logLevel().name().toLowerCase(Locale.ROOT));
  }
}
