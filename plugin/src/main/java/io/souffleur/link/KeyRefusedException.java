package io.souffleur.link;

import java.io.IOException;

/** The server is there, and refuses the key. */
final class KeyRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status of the server's HTTP answer
   */
  KeyRefusedException(int status, Throwable cause) {
    super("HTTP " + status, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
