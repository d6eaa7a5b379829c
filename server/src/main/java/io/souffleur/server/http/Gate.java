package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** Decides before the upgrade who may open a socket. */
@FunctionalInterface
public interface Gate {

  /** What the gate decided. */
  sealed interface Answer {
    /** Let in; {@code acceptor} meets the peer once its socket is open. */
    record Admitted(Acceptor acceptor) implements Answer {}

    /** Sent away with an HTTP status. */
    record Refused(int status, String reason) implements Answer {}
  }

  /** Meets a new socket. */
  @FunctionalInterface
  interface Acceptor {
    /** Who stands behind the socket that {@code outlet} writes to. */
    Peer meet(Outlet outlet);
  }

  Answer admit(HttpServletRequest request);
}
