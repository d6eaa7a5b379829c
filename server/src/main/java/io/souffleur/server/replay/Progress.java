package io.souffleur.server.replay;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far a replay is, on one line of a terminal that is written again and again. */
final class Progress {

  private static final long EVERY_NANOS = 200_000_000L;
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long begun;
  private long shown;
  private boolean onScreen;

  Progress(PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.shown = begun;
  }

  void events(long events) {
    if (!terminal || nanos.getAsLong() - shown < EVERY_NANOS) {
      return;
    }
    shown = nanos.getAsLong();
    long rate = events * NANOS_A_SECOND / Math.max(1, shown - begun);
    err.printf(Locale.ROOT, "%s%,d events, %,d a second", CLEAR, events, rate);
    err.flush();
    onScreen = true;
  }

  /** Writes a line of its own. */
  void report(String line) {
    clear();
    err.println(line);
    err.flush();
  }

  void clear() {
    if (onScreen) {
      err.print(CLEAR);
      err.flush();
      onScreen = false;
    }
  }
}
