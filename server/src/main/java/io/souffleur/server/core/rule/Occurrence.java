package io.souffleur.server.core.rule;

/** Something that happens in a conversation without words. */
public enum Occurrence implements Sought {
  /** The conversation is handed over from one agent to another. */
  TRANSFER,
  /** An agent takes the conversation, be it by a transfer or not. */
  AGENT_ASSIGNED,
  /** The phone rings. */
  RINGING,
  /** The call is answered. */
  ANSWERED,
  /** The customer is put on hold. */
  HELD,
  /** The agent is back on the line. */
  RESUMED
}
