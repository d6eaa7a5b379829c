package io.souffleur.wire;

/** How customer and agent talk. */
public enum Medium {
  CHAT,
  VOICE,
  EMAIL,
  SOCIAL
}
