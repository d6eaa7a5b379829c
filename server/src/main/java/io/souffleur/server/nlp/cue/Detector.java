package io.souffleur.server.nlp.cue;

/** Finds one family of cues. Immutable; safe for use by any thread. */
interface Detector {

  /** Gives the cues of {@code message} to {@code cues}. */
  void detect(Message message, CueSink cues);
}
