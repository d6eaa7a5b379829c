package io.souffleur.wire;

/** Who said something. */
public enum Author {
  CUSTOMER,
  AGENT,
  BOT,
  SYSTEM
}
