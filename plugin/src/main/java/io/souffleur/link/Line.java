package io.souffleur.link;

import java.io.IOException;

/** A connection to the server. */
interface Line {

  /** Sends a frame; returns once it is handed to the network, or fails within a limit. */
  void send(String frame) throws IOException;

  /** Closes it; never fails, returns soon. */
  void close(int code, String reason);

  /** Reaches the server. */
  interface Dialer {

    /**
     * Connects within the limit of the settings; then tells the listener what happens.
     *
     * @throws KeyRefusedException when the server is there, and refuses the key
     */
    Line dial(Listener listener) throws IOException;
  }

  /** What happens on a line; told by any thread. */
  interface Listener {

    void received(String frame);

    void closed(int code, String reason);
  }
}
