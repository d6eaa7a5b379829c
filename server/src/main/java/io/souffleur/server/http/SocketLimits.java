package io.souffleur.server.http;

import java.time.Duration;

/**
 * How patient a socket is.
 *
 * @param frame longest text frame, in bytes of UTF-8
 * @param queue how many bytes may wait for a peer before its frames are no longer read
 * @param silence after how long without a frame, in either direction, the peer is pinged
 * @param pong how long it may take to answer
 * @param stuck how long one frame may take to leave
 * @param tick how often sockets are looked after
 */
public record SocketLimits(
    int frame, int queue, Duration silence, Duration pong, Duration stuck, Duration tick) {

  /** What the contract says. */
  public static SocketLimits standard() {
    return new SocketLimits(
        64 * 1024,
        256 * 1024,
        Duration.ofSeconds(20),
        Duration.ofSeconds(8),
        Duration.ofSeconds(10),
        Duration.ofMillis(500));
  }
}
