package io.souffleur.wire;

/** Where a conversation stands. */
public enum Stage {
  OPENING,
  UNDERSTANDING,
  SOLVING,
  CLOSING
}
