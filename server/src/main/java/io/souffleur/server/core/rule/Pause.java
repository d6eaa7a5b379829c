package io.souffleur.server.core.rule;

/** What makes a clock stand still. */
public enum Pause {
  /** The customer is on hold. */
  HELD,
  /** The agent has asked something, and the customer has written nothing since. */
  CUSTOMER_OWES,
  /**
   * The agent has asked to wait for a length of time, which is not over, and said nothing since.
   */
  WAIT_ANNOUNCED
}
