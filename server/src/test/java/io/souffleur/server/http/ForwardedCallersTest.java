package io.souffleur.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.Witness;
import io.souffleur.server.config.AddressRange;
import io.souffleur.server.config.Running;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForwardedCallersTest {

  /** Answers who it thinks called, how and whom, and whether a page may open a socket. */
  private static final class Mirror extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      PlainAnswer.send(
          response,
          200,
          request.getRemoteAddr()
              + " "
              + request.getRequestURL()
              + " "
              + request.isSecure()
              + " "
              + Origins.own().admit(request));
    }
  }

  private static WebServer behind(Running.Forwarding header, String... trusted) throws IOException {
    Running plain = Running.standard();
    Running.Proxy proxy =
        new Running.Proxy(
            Arrays.stream(trusted).flatMap(text -> AddressRange.of(text).stream()).toList(),
            header);
    return WebServer.start(
        new WebServer.Plan(
            "127.0.0.1",
            0,
            Pages.shipped(),
            Origins.own(),
            Callers.none(),
            SocketLimits.standard(),
            () -> true,
            Map.of("/v1/set-up", new Mirror()),
            List.of(),
            new Running(
                Optional.empty(),
                trusted.length == 0 ? Optional.empty() : Optional.of(proxy),
                Optional.empty(),
                plain.logs(),
                plain.logLevel(),
                plain.drain()),
            Witness.none()));
  }

  private static String ask(WebServer server, String... headers) throws IOException {
    String request =
        "GET /v1/set-up HTTP/1.1\r\nHost: inner:8080\r\nConnection: close\r\n"
            + Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining())
            + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    }
  }

  private static final String[] TOLD = {
    "X-Forwarded-For: 203.0.113.9",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: coach.example.org",
    "Origin: https://coach.example.org"
  };

  @Test
  void a_proxy_that_is_named_is_believed() throws Exception {
    try (WebServer server = behind(Running.Forwarding.X_FORWARDED, "127.0.0.1")) {
      assertThat(ask(server, TOLD))
          .isEqualTo("203.0.113.9 https://coach.example.org/v1/set-up true true");
    }
  }

  @Test
  void nobody_else_is() throws Exception {
    try (WebServer nobody = behind(Running.Forwarding.X_FORWARDED);
        WebServer another = behind(Running.Forwarding.X_FORWARDED, "10.0.0.0/8", "::1")) {
      String direct = "127.0.0.1 http://inner:8080/v1/set-up false false";
      assertThat(ask(nobody, TOLD)).isEqualTo(direct);
      assertThat(ask(another, TOLD)).isEqualTo(direct);
    }
  }

  @Test
  void what_a_caller_made_up_before_it_came_to_the_proxy_is_not_believed() throws Exception {
    try (WebServer server = behind(Running.Forwarding.X_FORWARDED, "127.0.0.0/8", "10.0.0.0/8")) {
      assertThat(ask(server, "X-Forwarded-For: 1.1.1.1, 203.0.113.9, 10.1.2.3"))
          .startsWith("203.0.113.9 ");
      assertThat(ask(server, "X-Forwarded-For: 10.9.9.9, 10.1.2.3")).startsWith("10.9.9.9 ");
      assertThat(ask(server, "X-Forwarded-For: nobody")).startsWith("127.0.0.1 ");
      assertThat(ask(server, "Forwarded: for=1.1.1.1;proto=https;host=evil.example.org"))
          .isEqualTo("127.0.0.1 http://inner:8080/v1/set-up false true");
      assertThat(ask(server, "X-Forwarded-Proto: javascript", "X-Forwarded-Host: a b"))
          .contains(" http://");
    }
  }

  @Test
  void the_standard_header_is_read_instead_where_the_house_says_so() throws Exception {
    try (WebServer server = behind(Running.Forwarding.FORWARDED, "127.0.0.1", "fd00::/8")) {
      assertThat(
              ask(
                  server,
                  "Forwarded: for=1.1.1.1;host=evil.example.org, "
                      + "for=\"[2001:db8::7]:4711\";proto=https;host=coach.example.org, "
                      + "for=\"[fd00::1]\""))
          .isEqualTo("[2001:db8:0:0:0:0:0:7] https://coach.example.org/v1/set-up true true");
      assertThat(ask(server, TOLD)).startsWith("127.0.0.1 http://inner:8080/");
    }
  }
}
