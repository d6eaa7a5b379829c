package io.souffleur.server.core.conversation;

/** How the customer's words sound, from worst to best. Nothing is ever told of the agent's. */
public enum Feeling {
  UNHAPPY,
  NEUTRAL,
  PLEASED
}
