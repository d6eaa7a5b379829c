package io.souffleur.server.core.hint;

/** A hint, unique within its conversation. */
public record HintId(String key) {}
