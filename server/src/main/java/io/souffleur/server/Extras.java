package io.souffleur.server;

import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketRoute;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;

/**
 * What a server shows beside its own doors.
 *
 * @param pages the files it shows
 * @param servlets what answers at further paths
 * @param sockets further WebSocket addresses
 */
public record Extras(Pages pages, Map<String, HttpServlet> servlets, List<SocketRoute> sockets) {
  public Extras {
    servlets = Map.copyOf(servlets);
    sockets = List.copyOf(sockets);
  }

  /** Pages, and nothing else. */
  public static Extras pages(Pages pages) {
    return new Extras(pages, Map.of(), List.of());
  }
}
