package io.souffleur.server.testing;

import io.souffleur.server.access.Rosters;
import io.souffleur.server.channel.ChannelDoor;
import io.souffleur.server.channel.EventsServlet;
import io.souffleur.server.config.Settings;
import io.souffleur.server.desk.DeskDoor;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.desk.TicketServlet;
import io.souffleur.server.desk.Tickets;
import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.Callers;
import io.souffleur.server.http.ConnectionLimits;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.http.WebServer;
import io.souffleur.server.lane.Conversations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A web server with all doors, at a free port, in front of whatever conversations. */
public final class Doors extends Visitor {
  private final WebServer server;

  private Doors(WebServer server) {
    this.server = server;
  }

  public static Doors open(Conversations conversations) throws IOException {
    return open(conversations, SocketLimits.standard(), DeskLimits.standard());
  }

  /** Opens the doors with other limits. */
  public static Doors open(Conversations conversations, SocketLimits sockets, DeskLimits desks)
      throws IOException {
    return open(conversations, sockets, desks, ConnectionLimits.standard());
  }

  /** Opens the doors with other limits, also for who is connected. */
  public static Doors open(
      Conversations conversations,
      SocketLimits sockets,
      DeskLimits desks,
      ConnectionLimits connections)
      throws IOException {
    Clock clock = Clock.systemUTC();
    Origins origins = new Origins(Set.of(EMBEDDER));
    Tickets tickets = new Tickets(clock);
    BearerKeys channels =
        new BearerKeys(
            List.of(
                new Settings.Key("telephone", OTHER_CHANNEL_KEY),
                new Settings.Key("web-chat", CHANNEL_KEY)));
    BearerKeys hosts = new BearerKeys(List.of(new Settings.Key("host", HOST_KEY)));
    return new Doors(
        WebServer.start(
            new WebServer.Plan(
                "localhost",
                0,
                Pages.shipped(),
                origins,
                Callers.byKey(channels, hosts, Callers.none()),
                sockets,
                conversations::ready,
                Map.of(
                    "/v1/channel/events",
                    new EventsServlet(conversations, Duration.ofMillis(300)),
                    "/v1/desk/tickets",
                    new TicketServlet(tickets, account -> Optional.empty())),
                List.of(
                    ChannelDoor.route(conversations, clock),
                    DeskDoor.route(
                        conversations, tickets, Rosters.empty(), origins, desks, clock))),
            connections));
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    super.close();
  }
}
