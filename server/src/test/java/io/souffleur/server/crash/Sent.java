package io.souffleur.server.crash;

import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.json.ChannelCodec;

/** One event that a channel tells, and where the server said that it is. Guarded by its ledger. */
final class Sent {
  static final long NOWHERE = 0;

  private final ChannelEvent event;
  private final String json;
  private long position = NOWHERE;

  Sent(ChannelEvent event) {
    this.event = event;
    this.json = ChannelCodec.encode(event);
  }

  ChannelEvent event() {
    return event;
  }

  String json() {
    return json;
  }

  /** As acknowledged, {@link #NOWHERE} before. */
  long position() {
    return position;
  }

  void acknowledged(long where) {
    position = where;
  }

  int revision() {
    return event instanceof ChannelEvent.Message message ? message.revision() : 0;
  }
}
