package io.souffleur.link;

import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.EventKey;

/** An event on its way, as the frame it is sent in. For one thread at a time. */
final class Parcel {

  /** What an answer names. */
  record Address(ConversationKey conversation, EventKey id) {}

  private final Address address;
  private final boolean kept;
  private final String frame;
  private final int bytes;
  private long number;
  private long sentAt;
  private int sendings;
  private int failures;

  Parcel(ChannelEvent event, String frame, int bytes) {
    this.address = new Address(event.conversation(), event.id());
    this.kept = event.kept();
    this.frame = frame;
    this.bytes = bytes;
  }

  Address address() {
    return address;
  }

  /** Whether the server will acknowledge it. */
  boolean kept() {
    return kept;
  }

  String frame() {
    return frame;
  }

  int bytes() {
    return bytes;
  }

  /** Its place in the order of the outbox. */
  long number() {
    return number;
  }

  void take(long place) {
    number = place;
  }

  /** When it was last sent, in nanoseconds of the link's ticker. */
  long sentAt() {
    return sentAt;
  }

  /** Whether it was sent before. */
  boolean send(long now) {
    sentAt = now;
    return sendings++ > 0;
  }

  /** How often the server couldn't take it, this time included. */
  int fail() {
    return ++failures;
  }
}
