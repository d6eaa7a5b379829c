package io.souffleur.server.core.conversation;

/** How a conversation came out, as the channel tells it. */
public enum Resolution {
  RESOLVED,
  UNRESOLVED,
  ABANDONED
}
