package io.souffleur.server.core.conversation;

/** How customer and agent talk. */
public enum Medium {
  CHAT,
  VOICE,
  EMAIL,
  SOCIAL
}
