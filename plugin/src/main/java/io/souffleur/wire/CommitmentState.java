package io.souffleur.wire;

/** How a promise stands. */
public enum CommitmentState {
  OPEN,
  AT_RISK,
  KEPT,
  MISSED,
  WITHDRAWN
}
