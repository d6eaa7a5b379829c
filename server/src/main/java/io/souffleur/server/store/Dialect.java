package io.souffleur.server.store;

import java.util.Locale;

/** Whose SQL is spoken. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** The folder of migrations that only this one understands. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
