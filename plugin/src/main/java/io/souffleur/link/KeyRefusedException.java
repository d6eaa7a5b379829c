package io.souffleur.link;

import java.io.IOException;

/** The server is there, and refuses the key. */
final class KeyRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param status of the server's HTTP answer
   */
  KeyRefusedException(int status, Throwable cause) {
    super("the server refuses the key (HTTP " + status + ")", cause);
  }
}
