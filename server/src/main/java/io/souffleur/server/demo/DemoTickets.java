package io.souffleur.server.demo;

import io.souffleur.server.http.Origins;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.wire.Ticket;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives the demo's desk its tickets: asks the server for them with the host's key, which stays
 * here. A real host would do so for a signed-in user only.
 */
final class DemoTickets extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String hostKey;
  private final transient HttpClient http = HttpClient.newHttpClient();

  /** There once the demo is linked to its server, which answers a moment before. */
  private final transient CompletableFuture<HostTickets> host = new CompletableFuture<>();

  DemoTickets(String hostKey) {
    this.hostKey = hostKey;
  }

  void fetchFrom(String authority) {
    host.complete(new HostTickets(http, authority, hostKey));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Origins.own().admit(request)) {
      PlainAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, "the demo is for its own pages");
      return;
    }
    try {
      Ticket ticket = host.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).mint(DemoChat.AGENT);
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().println(ChatJson.ticket(ticket.ticket(), DemoChat.AGENT));
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("the demo is not linked to its server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PlainAnswer.send(
          response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the demo is stopping");
    }
  }
}
