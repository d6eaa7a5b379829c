package io.souffleur.server.core.hint;

/**
 * Why a hint went away: what it asked for was done; its time or its chance is over; what it is
 * about was replaced by something new; the agent put it away; something more urgent took its place.
 */
public enum WithdrawalReason {
  SATISFIED,
  EXPIRED,
  SUPERSEDED,
  DISMISSED,
  BUDGET
}
