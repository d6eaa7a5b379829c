package io.souffleur.server.core.conversation;

/** The channel's key of a message or utterance. */
public record MessageId(String key) {}
