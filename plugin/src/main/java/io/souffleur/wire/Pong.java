package io.souffleur.wire;

/** The answer to a {@link Ping}, due within 8 s. */
public record Pong() implements ChannelRequest, DeskRequest {}
