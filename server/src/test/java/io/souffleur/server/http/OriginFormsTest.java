package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Rosters;
import io.souffleur.server.desk.DeskDoor;
import io.souffleur.server.desk.DeskLimits;
import io.souffleur.server.desk.Tickets;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.RawSocket;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In which forms an origin may come, over real sockets: a WebSocket of a desk, a request that a
 * session makes, and what another site's page may read.
 */
class OriginFormsTest {
  private static final String CRM = "https://crm.example.org";

  private static WebServer server;

  /** What a page gets. */
  enum Verdict {
    /** All: it is a page of this server. */
    OWN("101", "200", false),
    /** A desk with a ticket, and fonts; never what a session may do. */
    EMBEDDER("101", "403", true),
    /** A desk, if it has a ticket; a session's work needs a page of this server. */
    NO_PAGE("101", "403", false),
    /** Nothing. */
    REFUSED("403", "403", false),
    /** Not even an answer to what it asked: that is no request. */
    NO_REQUEST("400", "400", false);

    private final String socket;
    private final String session;
    private final boolean reads;

    Verdict(String socket, String session, boolean reads) {
      this.socket = socket;
      this.session = session;
      this.reads = reads;
    }
  }

  /**
   * Which, why and how: {@code PORT} stands for the server's, {@code Host} is 127.0.0.1 with it
   * unless it is said.
   */
  static List<Arguments> forms() {
    return List.of(
        // As it should be.
        form(Verdict.OWN, "the server's own page", "Origin: http://127.0.0.1:PORT"),
        form(Verdict.EMBEDDER, "a listed origin", "Origin: " + CRM),
        form(Verdict.EMBEDDER, "names of fields have no case", "ORIGIN: " + CRM),
        form(Verdict.EMBEDDER, "spaces around belong to HTTP", "Origin: \t " + CRM + " \t"),
        form(Verdict.EMBEDDER, "a listed port", "Origin: " + CRM + ":8443"),
        form(Verdict.EMBEDDER, "IPv6, short", "Origin: https://[2001:db8::1]:8443"),
        form(Verdict.EMBEDDER, "IDN, in punycode", "Origin: https://xn--bcher-kva.example"),
        // No page, or a page of nowhere.
        form(Verdict.NO_PAGE, "no browser sends none with a socket"),
        form(Verdict.REFUSED, "an empty one names nobody", "Origin:"),
        form(Verdict.REFUSED, "sandboxed frames and files", "Origin: null"),
        form(Verdict.REFUSED, "a file", "Origin: file://"),
        form(Verdict.REFUSED, "about:blank", "Origin: about:blank"),
        form(Verdict.REFUSED, "a blob of a listed origin", "Origin: blob:" + CRM + "/5f2c"),
        form(Verdict.REFUSED, "an extension", "Origin: chrome-extension://abcdefghijklmnop"),
        form(Verdict.REFUSED, "an app's web view", "Origin: capacitor://localhost"),
        // Nearly a listed one.
        form(Verdict.REFUSED, "schemes have no capitals", "Origin: HTTPS://crm.example.org"),
        form(Verdict.REFUSED, "nor have hosts", "Origin: https://CRM.example.org"),
        form(Verdict.REFUSED, "the usual port is never said", "Origin: " + CRM + ":443"),
        form(Verdict.REFUSED, "another port", "Origin: " + CRM + ":8444"),
        form(Verdict.REFUSED, "another scheme", "Origin: http://crm.example.org"),
        form(Verdict.REFUSED, "another host to DNS as to browsers", "Origin: " + CRM + "."),
        form(Verdict.REFUSED, "an address, not an origin", "Origin: " + CRM + "/"),
        form(Verdict.REFUSED, "with a path", "Origin: " + CRM + "/desk"),
        form(Verdict.REFUSED, "with a question", "Origin: " + CRM + "?a"),
        form(Verdict.REFUSED, "with a fragment", "Origin: " + CRM + "#a"),
        form(Verdict.REFUSED, "with a user", "Origin: https://a@crm.example.org"),
        form(Verdict.REFUSED, "as a user", "Origin: " + CRM + "@evil.example"),
        form(Verdict.REFUSED, "percent-encoded", "Origin: https://crm%2eexample.org"),
        form(Verdict.REFUSED, "with a backslash", "Origin: " + CRM + "\\.evil.example"),
        form(Verdict.REFUSED, "with a space inside", "Origin: https://crm .example.org"),
        form(Verdict.REFUSED, "IPv6, long", "Origin: https://[2001:db8:0:0:0:0:0:1]:8443"),
        form(Verdict.REFUSED, "IDN as it is read", "Origin: https://bücher.example"),
        // Like a listed one, and another.
        form(Verdict.REFUSED, "a host below", "Origin: https://evil.crm.example.org"),
        form(Verdict.REFUSED, "a host above", "Origin: https://example.org"),
        form(Verdict.REFUSED, "goes on after it", "Origin: " + CRM + ".evil.example"),
        form(Verdict.REFUSED, "begins before it", "Origin: https://evilcrm.example.org"),
        form(Verdict.REFUSED, "a dot is a dot", "Origin: https://crm-example.org"),
        form(Verdict.REFUSED, "a Cyrillic letter", "Origin: https://\u0441rm.example.org"),
        form(Verdict.REFUSED, "a pattern", "Origin: https://*.example.org"),
        form(Verdict.REFUSED, "anybody", "Origin: *"),
        // Several.
        form(Verdict.REFUSED, "twice the same", "Origin: " + CRM, "Origin: " + CRM),
        form(Verdict.REFUSED, "a good one first", "Origin: " + CRM, "Origin: https://e.example"),
        form(Verdict.REFUSED, "and last", "Origin: https://e.example", "Origin: " + CRM),
        form(
            Verdict.REFUSED,
            "one's own and another",
            "Origin: http://127.0.0.1:PORT",
            "Origin: https://e.example"),
        form(Verdict.REFUSED, "a list (RFC 6454)", "Origin: " + CRM + " https://e.example"),
        form(Verdict.REFUSED, "a list with a comma", "Origin: " + CRM + ", https://e.example"),
        form(Verdict.NO_REQUEST, "a folded line", "Origin: https://e.example", " " + CRM),
        form(Verdict.NO_REQUEST, "a character of control", "Origin: " + CRM + "\u0000"),
        // Nearly one's own.
        form(Verdict.REFUSED, "its port left out", "Origin: http://127.0.0.1"),
        form(Verdict.REFUSED, "another port of the machine", "Origin: http://127.0.0.1:1"),
        form(Verdict.REFUSED, "with TLS, which it has not", "Origin: https://127.0.0.1:PORT"),
        form(Verdict.REFUSED, "another name of the machine", "Origin: http://localhost:PORT"),
        form(Verdict.REFUSED, "another address of it", "Origin: http://[::1]:PORT"),
        form(Verdict.REFUSED, "its address as a number", "Origin: http://2130706433:PORT"),
        form(
            Verdict.REFUSED,
            "a name from a proxy that nobody named",
            "Origin: https://evil.example",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https"),
        form(
            Verdict.REFUSED,
            "the same in the other header",
            "Origin: https://evil.example",
            "Forwarded: host=evil.example;proto=https"),
        // What the browser says besides.
        form(
            Verdict.NO_PAGE,
            "its own page, and the browser says that another site's page asks",
            "Origin: http://127.0.0.1:PORT",
            "Sec-Fetch-Site: cross-site"),
        form(
            Verdict.OWN,
            "a foreign name that leads here is one site to the browser, without our cookies",
            "Host: rebound.example:PORT",
            "Origin: http://rebound.example:PORT"));
  }

  private static Arguments form(Verdict verdict, String why, String... lines) {
    return Arguments.of(verdict, why, List.of(lines));
  }

  /** Stands for the addresses of people. */
  private static final class Anything extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      PlainAnswer.send(response, HttpServletResponse.SC_OK, "signed in");
    }
  }

  @BeforeAll
  static void open() throws IOException {
    Clock clock = Clock.systemUTC();
    Origins origins =
        new Origins(
            Set.of(
                CRM, CRM + ":8443", "https://[2001:db8::1]:8443", "https://xn--bcher-kva.example"));
    server =
        WebServer.start(
            new WebServer.Plan(
                "127.0.0.1",
                0,
                Pages.shipped(),
                origins,
                Callers.none(),
                SocketLimits.standard(),
                () -> true,
                Map.of("/v1/session", new Anything()),
                List.of(
                    DeskDoor.route(
                        new FakeConversations(),
                        new Tickets(clock),
                        Rosters.empty(),
                        origins,
                        DeskLimits.standard(),
                        clock))));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forms")
  void an_origin_gets_what_it_should_and_no_more(Verdict verdict, String why, List<String> lines)
      throws IOException {
    String socket =
        ask(
            "GET /v1/desk",
            lines,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: souffleur.desk.v1");
    assertThat(socket).as("a socket: " + why).startsWith("HTTP/1.1 " + verdict.socket);
    String session = ask("POST /v1/session", lines, "Content-Length: 0");
    assertThat(session).as("a session: " + why).startsWith("HTTP/1.1 " + verdict.session);
    String read = ask("GET /health", lines).toLowerCase(Locale.ROOT);
    assertThat(read.contains("access-control-allow-origin"))
        .as("reads: " + why)
        .isEqualTo(verdict.reads);
    assertThat(read).doesNotContain("access-control-allow-credentials");
  }

  private static String ask(String what, List<String> lines, String... more) throws IOException {
    StringBuilder request = new StringBuilder(what).append(" HTTP/1.1\r\n");
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      request.append("Host: 127.0.0.1:PORT\r\n");
    }
    lines.forEach(line -> request.append(line).append("\r\n"));
    for (String line : more) {
      request.append(line).append("\r\n");
    }
    try (RawSocket caller = RawSocket.connect(server.port())) {
      caller.say(request.append("\r\n").toString().replace("PORT", String.valueOf(server.port())));
      return caller.head();
    }
  }
}
