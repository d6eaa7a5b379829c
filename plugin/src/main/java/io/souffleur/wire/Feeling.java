package io.souffleur.wire;

/** How the customer's words sound, from worst to best. */
public enum Feeling {
  UNHAPPY,
  NEUTRAL,
  PLEASED
}
