package io.souffleur.server.journal;

/** What became of an entry that was handed over. */
public enum Outcome {
  /** It survives the death of the process and of the machine. */
  DURABLE,
  /** Not kept, nothing else is wrong: there is no room. May be handed over again later. */
  NO_ROOM,
  /** Not kept: its position or its key is taken already. */
  CLASH,
  /** Not kept, nor will anything be from now on. */
  BROKEN
}
