package io.souffleur.server.core.conversation;

/** A promise, unique within its conversation. */
public record CommitmentId(String key) {}
