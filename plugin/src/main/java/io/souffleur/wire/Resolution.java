package io.souffleur.wire;

/** How a conversation came out, as the channel tells it. */
public enum Resolution {
  RESOLVED,
  UNRESOLVED,
  ABANDONED
}
