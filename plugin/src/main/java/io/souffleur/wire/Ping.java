package io.souffleur.wire;

import java.time.Instant;

/**
 * The server asks whether the other end is there, after 20 s of silence.
 *
 * @param now the server's time
 */
public record Ping(Instant now) implements ChannelReply, DeskReply {}
