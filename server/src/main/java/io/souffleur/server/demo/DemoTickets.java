package io.souffleur.server.demo;

import io.souffleur.server.http.Origins;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Ticket;
import io.souffleur.wire.TicketRequest;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives the demo's desk its tickets: asks the server for them with the host's key, which stays
 * here. A real host would do so for a signed-in user only.
 */
final class DemoTickets extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String hostKey;
  private final transient HttpClient http = HttpClient.newHttpClient();
  private volatile @Nullable URI source;

  DemoTickets(String hostKey) {
    this.hostKey = hostKey;
  }

  void fetchFrom(URI address) {
    source = address;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Origins.own().admit(request)) {
      PlainAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, "the demo is for its own pages");
      return;
    }
    try {
      Ticket ticket = fetch();
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().println(ChatJson.ticket(ticket.ticket(), DemoChat.AGENT));
    } catch (RefusalException e) {
      throw new IOException("the server's ticket can't be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PlainAnswer.send(
          response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the demo is stopping");
    }
  }

  private Ticket fetch() throws IOException, InterruptedException, RefusalException {
    URI from = source;
    if (from == null) {
      throw new IOException("the demo is not linked to its server yet");
    }
    AgentRef agent = DemoChat.AGENT;
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(from)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + hostKey)
                .POST(BodyPublishers.ofString(DeskCodec.encode(new TicketRequest(agent))))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != HttpServletResponse.SC_OK) {
      throw new IOException("the server gives no ticket: " + answer.body().strip());
    }
    return DeskCodec.decodeTicket(answer.body());
  }
}
