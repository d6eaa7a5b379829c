package io.souffleur.server.http;

/**
 * What stands behind one open socket on our side. {@code frame}, {@code tooLarge} and {@code
 * binary} are called by one thread at a time, in the order of the frames; while one of them blocks,
 * nothing more is read from the socket. {@code tick} and {@code closed} come from other threads.
 */
public interface Peer {
  /** A whole text frame, at most as long as the door's limit. */
  void frame(String text);

  /**
   * A text frame above the limit; it was read to its end and thrown away.
   *
   * @param beginning its first characters, up to the limit
   */
  void tooLarge(String beginning);

  /** A binary frame; it was thrown away. */
  void binary();

  /** Called a few times a second. Must not block. */
  void tick(long nanos);

  /** The socket is closed, whoever closed it. Called once. */
  void closed();
}
