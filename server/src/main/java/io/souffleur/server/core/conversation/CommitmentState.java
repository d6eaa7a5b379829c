package io.souffleur.server.core.conversation;

/**
 * How a promise stands: missed from its deadline on until it is kept, late or not; withdrawn when
 * an edit took it out of its message.
 */
public enum CommitmentState {
  OPEN,
  AT_RISK,
  KEPT,
  MISSED,
  WITHDRAWN
}
