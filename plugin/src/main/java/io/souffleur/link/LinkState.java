package io.souffleur.link;

import java.time.Duration;

/** How a link stands. */
public enum LinkState {
  /** It tries to reach the server. */
  CONNECTING,
  /** Events flow. */
  CONNECTED,
  /** The line was lost or can't be had; it waits before it tries again. */
  WAITING,
  /**
   * The server refuses the key (HTTP 401 or 403 on the upgrade). Events are kept as for a lost
   * line; it asks again, seldom, in case the server learns the key.
   */
  REFUSED,
  /** The server said not to come back (close codes 4500 to 4999). */
  STOPPED,
  /** The host closed it. */
  CLOSED;

  private static final int FIRST_FINAL_CODE = 4500;
  private static final int LAST_FINAL_CODE = 4999;

  /** Whether it waits before it tries again. */
  boolean pauses() {
    return switch (this) {
      case WAITING, REFUSED -> true;
      case CONNECTING, CONNECTED, STOPPED, CLOSED -> false;
    };
  }

  /** Whether the server will not have the channel as it is: somebody has to look. */
  boolean refuses() {
    return switch (this) {
      case REFUSED, STOPPED -> true;
      case CONNECTING, CONNECTED, WAITING, CLOSED -> false;
    };
  }

  /** What is wrong where it {@link #refuses}, and what becomes of it. */
  String remedy(String trouble, Duration askedAgain) {
    return this == REFUSED
        ? trouble
            + "; check the channel's key here and in Souffleur's settings. Events wait meanwhile,"
            + " and it is asked again within "
            + askedAgain
        : trouble + "; no more events are taken";
  }

  /** How a link stands when its line was closed with a code; 0 when it was lost without one. */
  static LinkState afterClose(int code) {
    return code >= FIRST_FINAL_CODE && code <= LAST_FINAL_CODE ? STOPPED : WAITING;
  }
}
