package io.souffleur.server.desk;

import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.wire.Limits;
import io.souffleur.wire.TicketRequest;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a host fetches the ticket for a desk of one of its agents, with the host's key. */
public final class TicketServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Tickets tickets;
  private final transient BearerKeys hosts;

  public TicketServlet(Tickets tickets, BearerKeys hosts) {
    this.tickets = tickets;
    this.hosts = hosts;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (hosts.owner(request).isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      PlainAnswer.send(
          response,
          HttpServletResponse.SC_UNAUTHORIZED,
          "Authorization must be: Bearer, then the host's key");
      return;
    }
    try {
      TicketRequest asked =
          DeskCodec.decodeTicketRequest(
              request.getInputStream().readNBytes(Limits.FRAME_BYTES + 1));
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().println(DeskCodec.encode(tickets.issue(asked.agent())));
    } catch (RefusalException e) {
      PlainAnswer.send(response, HttpServletResponse.SC_BAD_REQUEST, e.refused().reason());
    }
  }
}
