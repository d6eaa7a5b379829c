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
  CLOSED;

  private static final int FIRST_FINAL_CODE = 4500;
  private static final int LAST_FINAL_CODE = 4999;

  /** How a link stands when its line was closed with a code; 0 when it was lost without one. */
  static LinkState afterClose(int code) {
    return code >= FIRST_FINAL_CODE && code <= LAST_FINAL_CODE ? STOPPED : WAITING;
  }
}
