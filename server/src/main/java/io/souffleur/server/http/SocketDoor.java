package io.souffleur.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens WebSockets of one subprotocol. Who is not let in gets a plain HTTP answer: a refusal after
 * the upgrade would cost a socket. Extensions are never negotiated; compression would mix secrets
 * with text of others.
 */
final class SocketDoor extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient SocketRoute route;
  private final transient SocketLimits limits;
  private final transient Sockets sockets;

  SocketDoor(SocketRoute route, SocketLimits limits, Sockets sockets) {
    this.route = route;
    this.limits = limits;
    this.sockets = sockets;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Handshake.Flaw> flaw = Handshake.flaw(request);
    if (flaw.isPresent()) {
      if (flaw.get().status() == Handshake.UPGRADE_REQUIRED) {
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Sec-WebSocket-Version", Handshake.VERSION);
      }
      answer(response, flaw.get().status(), flaw.get().reason());
      return;
    }
    if (route.subprotocol().isPresent()
        && !Handshake.subprotocols(request).contains(route.subprotocol().get())) {
      answer(
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          "Sec-WebSocket-Protocol must offer " + route.subprotocol().get());
      return;
    }
    if (!sockets.letsIn()) {
      response.setHeader("Retry-After", "2");
      answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the server is stopping");
      return;
    }
    switch (route.gate().admit(request)) {
      case Gate.Answer.Refused refused -> {
        if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED) {
          response.setHeader("WWW-Authenticate", "Bearer");
        }
        answer(response, refused.status(), refused.reason());
      }
      case Gate.Answer.Admitted admitted -> upgrade(request, response, admitted.acceptor());
    }
  }

  private void upgrade(
      HttpServletRequest request, HttpServletResponse response, Gate.Acceptor acceptor)
      throws ServletException, IOException {
    ServerContainer container =
        (ServerContainer) getServletContext().getAttribute(ServerContainer.class.getName());
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(Socket.class, route.path())
            .subprotocols(route.subprotocol().stream().toList())
            .configurator(
                new ServerEndpointConfig.Configurator() {
                  @Override
                  public <T> T getEndpointInstance(Class<T> endpoint) {
                    return endpoint.cast(
                        new Socket(acceptor, limits, route.path(), route.ping(), sockets));
                  }

                  @Override
                  public boolean checkOrigin(String origin) {
                    return true; // The gate looked at it.
                  }

                  // The default one is looked for on the class path at every call.
                  @Override
                  public String getNegotiatedSubprotocol(
                      List<String> supported, List<String> requested) {
                    return route.subprotocol().orElse("");
                  }

                  @Override
                  public List<Extension> getNegotiatedExtensions(
                      List<Extension> installed, List<Extension> requested) {
                    return List.of();
                  }
                })
            .build();
    try {
      container.upgradeHttpToWebSocket(request, response, config, Map.of());
    } catch (DeploymentException e) {
      throw new ServletException("no upgrade", e);
    }
  }

  private static void answer(HttpServletResponse response, int status, String reason)
      throws IOException {
    PlainAnswer.send(response, status, reason);
  }
}
