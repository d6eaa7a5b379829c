package io.souffleur.server.core.hint;

/** Why a hint went away. */
public enum WithdrawalReason {
  SATISFIED,
  EXPIRED,
  SUPERSEDED,
  DISMISSED,
  BUDGET
}
