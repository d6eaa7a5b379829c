package io.souffleur.wire;

/** Why a hint went away. */
public enum WithdrawalReason {
  SATISFIED,
  EXPIRED,
  SUPERSEDED,
  DISMISSED,
  BUDGET
}
