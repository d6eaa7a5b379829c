package io.souffleur.server.demo;

import io.souffleur.server.http.Origins;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.wire.Ticket;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Gives the demo's desk its tickets: asks the server for them with the host's key, which stays
 * here. A real host would do so for a signed-in user only.
 */
final class DemoTickets extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final String hostKey;
  private final transient HttpClient http = HttpClient.newHttpClient();
  private transient volatile @Nullable HostTickets host;

  DemoTickets(String hostKey) {
    this.hostKey = hostKey;
  }

  void fetchFrom(String authority) {
    host = new HostTickets(http, authority, hostKey);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Origins.own().admit(request)) {
      PlainAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, "the demo is for its own pages");
      return;
    }
    HostTickets from = host;
    if (from == null) {
      throw new IOException("the demo is not linked to its server yet");
    }
    try {
      Ticket ticket = from.mint(DemoChat.AGENT);
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().println(ChatJson.ticket(ticket.ticket(), DemoChat.AGENT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PlainAnswer.send(
          response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the demo is stopping");
    }
  }
}
