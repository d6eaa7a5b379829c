package io.souffleur.wire;

/** What a channel sends: an event, or the answer to a {@link Ping}. */
public sealed interface ChannelRequest permits ChannelEvent, Pong {}
