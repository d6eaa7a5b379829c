package io.souffleur.server.desk;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Identity;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.server.http.RequestBody;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Limits;
import io.souffleur.wire.Ticket;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a ticket that opens a desk is fetched: by a host with its key, for the agent it names; by a
 * person who signed in, for themselves, whatever the body says.
 */
public final class TicketServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The body of somebody for whom it says nothing. */
  private static final byte[] NOTHING = new byte[0];

  private final transient Tickets tickets;
  private final transient Names names;

  /**
   * Issues {@code tickets}.
   *
   * @param names of people who sign in
   */
  public TicketServlet(Tickets tickets, Names names) {
    this.tickets = tickets;
    this.names = names;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Identity identity = Guard.identity(request);
    Optional<byte[]> body =
        identity.caller() instanceof Caller.Person
            ? Optional.of(NOTHING)
            : RequestBody.read(request, response, Limits.FRAME_BYTES, PATIENCE);
    if (body.isEmpty()) {
      return;
    }
    try {
      Ticket ticket = tickets.issue(holder(identity, body.get()));
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().println(DeskCodec.encode(ticket));
    } catch (RefusalException e) {
      PlainAnswer.send(response, HttpServletResponse.SC_BAD_REQUEST, e.refused().reason());
    }
  }

  private Holder holder(Identity identity, byte[] body) throws RefusalException {
    if (identity.caller() instanceof Caller.Person person) {
      return new Holder(
          identity,
          person.agent().map(key -> new AgentRef(key, names.of(person.account()).orElse(key))));
    }
    AgentRef agent = DeskCodec.decodeTicketRequest(body).agent();
    return new Holder(
        new Identity(new Caller.TicketHolder(agent.key()), identity.standing()),
        Optional.of(agent));
  }
}
