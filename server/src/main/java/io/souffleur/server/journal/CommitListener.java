package io.souffleur.server.journal;

import java.time.Duration;

/** Hears of every commit of a journal, on the journal's own thread: must be quick. */
@FunctionalInterface
public interface CommitListener {

  /** Hears of nothing. */
  CommitListener NOBODY = (entries, took) -> {};

  /** So many entries were made durable together, in so long. */
  void committed(int entries, Duration took);
}
