package io.souffleur.server.testing;

import io.souffleur.server.channel.ChannelDoor;
import io.souffleur.server.channel.EventsServlet;
import io.souffleur.server.desk.DeskDoor;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.desk.TicketServlet;
import io.souffleur.server.desk.Tickets;
import io.souffleur.server.http.BearerKeys;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.Pages;
import io.souffleur.server.http.SocketLimits;
import io.souffleur.server.http.WebServer;
import io.souffleur.server.lane.Conversations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A web server with all doors, at a free port, and the ways to knock at them. */
public final class Doors implements AutoCloseable {
  public static final String CHANNEL_KEY = "channel-key-for-tests";
  public static final String HOST_KEY = "host-key-for-tests-only";
  public static final String EMBEDDER = "https://crm.example.org";

  private final WebServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private Doors(WebServer server) {
    this.server = server;
  }

  public static Doors open(Conversations conversations) throws IOException {
    return open(conversations, SocketLimits.standard(), DeskLimits.standard(), Clock.systemUTC());
  }

  /** Opens the doors with other limits. */
  public static Doors open(
      Conversations conversations, SocketLimits sockets, DeskLimits desks, Clock clock)
      throws IOException {
    Origins origins = new Origins(Set.of(EMBEDDER));
    Tickets tickets = new Tickets(clock);
    BearerKeys channels = new BearerKeys(List.of("another-channel-key", CHANNEL_KEY));
    return new Doors(
        WebServer.start(
            new WebServer.Plan(
                "localhost",
                0,
                Pages.shipped(),
                origins,
                sockets,
                conversations::ready,
                Map.of(
                    "/v1/channel/events",
                    new EventsServlet(conversations, channels, Duration.ofMillis(300)),
                    "/v1/desk/tickets",
                    new TicketServlet(tickets, new BearerKeys(List.of(HOST_KEY)))),
                List.of(
                    ChannelDoor.route(conversations, channels, clock),
                    DeskDoor.route(conversations, tickets, origins, desks, clock)))));
  }

  public TestSocket channel() throws Exception {
    return channel(Map.of("Authorization", "Bearer " + CHANNEL_KEY));
  }

  public TestSocket channel(Map<String, String> headers) throws Exception {
    return TestSocket.open(
        URI.create("ws://localhost:" + server.port() + "/v1/channel"),
        "souffleur.channel.v1",
        headers);
  }

  public TestSocket desk(Map<String, String> headers) throws Exception {
    return TestSocket.open(
        URI.create("ws://localhost:" + server.port() + "/v1/desk"), "souffleur.desk.v1", headers);
  }

  /** A desk of Inès, opened with a fresh ticket. */
  public TestSocket deskOfInes() throws Exception {
    TestSocket desk = desk(Map.of());
    desk.send("{\"type\":\"hello\",\"ticket\":\"" + ticket() + "\",\"language\":\"fr\"}");
    return desk;
  }

  public String ticket() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/desk/tickets",
            "{\"agent\":{\"key\":\"ines\",\"name\":\"Inès Morel\"}}",
            "Authorization",
            "Bearer " + HOST_KEY);
    return answer.body().replaceAll("(?s).*\"ticket\":\"([^\"]+)\".*", "$1");
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET().build());
  }

  public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}
