package io.souffleur.wire;

/** How an item of the checklist stands. */
public enum ItemState {
  NOT_APPLICABLE,
  PENDING,
  AT_RISK,
  DONE,
  MISSED
}
