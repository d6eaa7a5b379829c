package io.souffleur.server.journal;

/** Told once, when the store can no longer be trusted; the program is expected to exit. */
@FunctionalInterface
public interface FatalHandler {

  /** Called on the journal's own thread; must not close the journal from there. */
  void fatal(String reason, Throwable cause);
}
