package io.souffleur.server;

import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketRoute;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a server shows beside its own doors.
 *
 * @param pages the files it shows
 * @param servlets what answers at further paths
 * @param sockets further WebSocket addresses
 * @param ready whether they can do their work now
 */
public record Extras(
    Pages pages,
    Map<String, HttpServlet> servlets,
    List<SocketRoute> sockets,
    BooleanSupplier ready) {
  public Extras {
    servlets = Map.copyOf(servlets);
    sockets = List.copyOf(sockets);
  }

  /** Pages, and nothing else. */
  public static Extras pages(Pages pages) {
    return new Extras(pages, Map.of(), List.of(), () -> true);
  }
}
