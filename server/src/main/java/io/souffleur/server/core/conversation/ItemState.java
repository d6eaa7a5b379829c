package io.souffleur.server.core.conversation;

/** How an item of the checklist stands. */
public enum ItemState {
  NOT_APPLICABLE,
  PENDING,
  AT_RISK,
  DONE,
  MISSED
}
