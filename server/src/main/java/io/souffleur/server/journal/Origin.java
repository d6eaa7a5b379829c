package io.souffleur.server.journal;

/** Who gave an event its key; {@code SERVER} for what it notes itself. */
public enum Origin {
  CHANNEL,
  DESK,
  SERVER
}
