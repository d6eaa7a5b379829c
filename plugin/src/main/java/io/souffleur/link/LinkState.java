package io.souffleur.link;

/** How a link stands. */
public enum LinkState {
  /** It tries to reach the server. */
  CONNECTING,
  /** Events flow. */
  CONNECTED,
  /** The line was lost or can't be had; it waits before it tries again. */
  WAITING,
  /** The server said not to come back (close codes 4500 to 4999). */
  STOPPED,
  /** The host closed it. */
  CLOSED
}
