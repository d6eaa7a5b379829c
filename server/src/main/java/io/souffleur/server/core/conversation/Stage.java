package io.souffleur.server.core.conversation;

/** Where a conversation stands; never goes back. */
public enum Stage {
  OPENING,
  UNDERSTANDING,
  SOLVING,
  CLOSING
}
