package io.souffleur.server.http;

import java.io.IOException;

/** Another program listens where this server was to listen. */
public final class AddressInUseException extends IOException {
  private static final long serialVersionUID = 1;

  public AddressInUseException(String host, int port, Throwable cause) {
    super("port " + port + " of " + host + " is in use by another program", cause);
  }
}
