package io.souffleur.server.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The ways to knock at the doors of a server. */
public abstract class Visitor implements AutoCloseable {
  public static final String CHANNEL_KEY = "channel-key-for-tests";
  public static final String OTHER_CHANNEL_KEY = "another-channel-key";
  public static final String HOST_KEY = "host-key-for-tests-only";
  public static final String EMBEDDER = "https://crm.example.org";

  private final HttpClient http = HttpClient.newHttpClient();

  /** Where the server listens. */
  public abstract int port();

  public TestSocket channel() throws Exception {
    return channel(Map.of("Authorization", "Bearer " + CHANNEL_KEY));
  }

  public TestSocket channel(Map<String, String> headers) throws Exception {
    return socket("/v1/channel", "souffleur.channel.v1", headers);
  }

  public TestSocket desk(Map<String, String> headers) throws Exception {
    return socket("/v1/desk", "souffleur.desk.v1", headers);
  }

  public TestSocket socket(String path, String subprotocol, Map<String, String> headers)
      throws Exception {
    return TestSocket.open(URI.create("ws://localhost:" + port() + path), subprotocol, headers);
  }

  /** A desk of Inès, opened with a fresh ticket, in the conversation's own language. */
  public TestSocket deskOfInes() throws Exception {
    return deskOf("ines");
  }

  /** A desk of an agent, opened with a fresh ticket of the host. */
  public TestSocket deskOf(String agent) throws Exception {
    TestSocket desk = desk(Map.of());
    desk.send("{\"type\":\"hello\",\"ticket\":\"" + ticketOf(agent) + "\"}");
    // A ticket is good for a minute, and tests move the clock.
    return desk.answered();
  }

  public String ticket() throws Exception {
    return ticketOf("ines");
  }

  private String ticketOf(String agent) throws Exception {
    String name = agent.equals("ines") ? "Inès Morel" : agent;
    HttpResponse<String> answer =
        post(
            "/v1/desk/tickets",
            "{\"agent\":{\"key\":\"" + agent + "\",\"name\":\"" + name + "\"}}",
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

  /** A request of any method, without a body where {@code body} is empty. */
  public HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    return send(
        request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** What a page of the server itself says of where it comes from. */
  public String origin() {
    return "http://localhost:" + port();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  /**
   * Once more where nothing at all came back: the client had sent it along a connection that the
   * server was just closing, so that it was never read (RFC 9112, section 9.3.1).
   */
  private HttpResponse<String> send(HttpRequest request) throws Exception {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("received no bytes")) {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
      }
      throw e;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
