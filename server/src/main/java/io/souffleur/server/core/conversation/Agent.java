package io.souffleur.server.core.conversation;

/** The agent who holds a conversation. */
public record Agent(String key, String name) {}
