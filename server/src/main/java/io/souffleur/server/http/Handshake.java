package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a client says to open a socket (RFC 6455, section 4.2.1), read strictly. */
final class Handshake {
  static final String VERSION = "13";

  static final int UPGRADE_REQUIRED = 426;

  private static final int KEY_BYTES = 16;

  private Handshake() {}

  /**
   * What is wrong with a request.
   *
   * @param status of the answer: 426 where another request could be good, which it then describes
   */
  record Flaw(int status, String reason) {}

  /** The first flaw; empty when a socket may be opened. */
  static Optional<Flaw> flaw(HttpServletRequest request) {
    if (!says(request, "Upgrade", "websocket")) {
      return Optional.of(new Flaw(UPGRADE_REQUIRED, "This address takes WebSockets"));
    }
    if (!"HTTP/1.1".equals(request.getProtocol())) {
      return bad("a WebSocket is opened with HTTP/1.1");
    }
    if (!says(request, "Connection", "upgrade")) {
      return bad("Connection must say Upgrade");
    }
    if (!all(request, "Sec-WebSocket-Version").equals(List.of(VERSION))) {
      return Optional.of(new Flaw(UPGRADE_REQUIRED, "Sec-WebSocket-Version must be " + VERSION));
    }
    List<String> keys = Collections.list(request.getHeaders("Sec-WebSocket-Key"));
    if (keys.size() != 1 || !isKey(keys.getFirst().strip())) {
      return bad("Sec-WebSocket-Key must be 16 bytes in Base64, once");
    }
    return Optional.empty();
  }

  private static Optional<Flaw> bad(String reason) {
    return Optional.of(new Flaw(400, reason));
  }

  /** The subprotocols that the client offers, in its order. */
  static List<String> subprotocols(HttpServletRequest request) {
    return all(request, "Sec-WebSocket-Protocol");
  }

  private static boolean says(HttpServletRequest request, String header, String token) {
    return all(request, header).stream().anyMatch(token::equalsIgnoreCase);
  }

  /** The elements of a header that is a list, also where it comes in several lines. */
  private static List<String> all(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
