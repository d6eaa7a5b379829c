package io.souffleur.server.http;

/**
 * Why this server closes a socket. A peer decides from the range alone: 4000 to 4499, connect
 * again; 4500 to 4999, do not.
 */
public enum CloseCode {
  /** A text was not UTF-8 (RFC 6455, section 8.1). */
  NOT_UTF8(1007),
  /** The server stops or restarts. */
  GOING_AWAY(4001),
  /** The server failed; nothing acknowledged is lost. */
  INTERNAL(4003),
  /** No first frame in time. */
  SILENT_START(4008),
  /** No answer to a ping. */
  NO_PONG(4012),
  /** More frames than one peer may send. */
  TOO_MANY_FRAMES(4029),
  /** The peer does not read what it is sent. */
  TOO_SLOW(4408),
  /** The ticket is unknown, used or too old. */
  BAD_TICKET(4501),
  /** What opened the socket is no longer good: its person signed out or may something else now. */
  SIGNED_OUT(4503);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  int number() {
    return code;
  }
}
