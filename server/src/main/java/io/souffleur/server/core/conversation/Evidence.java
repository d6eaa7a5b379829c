package io.souffleur.server.core.conversation;

import io.souffleur.server.core.text.Span;

/** The characters of a message that decided something. */
public record Evidence(MessageId message, Span span) {}
