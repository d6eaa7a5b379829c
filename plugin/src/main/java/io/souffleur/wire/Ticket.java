package io.souffleur.wire;

import java.time.Instant;

/** Opens one desk once, until it expires. */
public record Ticket(String ticket, Instant expires) {}
