package io.souffleur.wire;

/** What the server answers a channel. */
public sealed interface ChannelReply permits Ack, Refused, Ping {}
