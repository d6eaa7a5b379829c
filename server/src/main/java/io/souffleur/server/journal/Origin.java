package io.souffleur.server.journal;

/** Who gave an event its key. */
public enum Origin {
  CHANNEL,
  DESK
}
