package io.souffleur.server.core.conversation;

/** Who wrote a message. */
public enum Author {
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM
}
