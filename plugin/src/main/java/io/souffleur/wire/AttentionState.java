package io.souffleur.wire;

/** How the nearest clock of a conversation stands. */
public enum AttentionState {
  RUNNING,
  AT_RISK,
  BREACHED
}
