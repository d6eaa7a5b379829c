package io.souffleur.server.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookie that carries the token of a session: for this host alone, never readable by a script,
 * never sent from another site, and only over TLS, except on the machine the server runs on.
 */
final class SessionCookie {
  private static final String NAME = "__Host-souffleur";
  private static final String LOCAL_NAME = "souffleur";
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

  private SessionCookie() {}

  /** The token that a request carries; empty when it carries none, or more than one. */
  static Optional<String> token(HttpServletRequest request) {
    String name = name(request);
    List<String> tokens =
        Optional.ofNullable(request.getCookies()).stream()
            .flatMap(Arrays::stream)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .toList();
    return tokens.size() == 1 ? Optional.of(tokens.getFirst()) : Optional.empty();
  }

  static void give(HttpServletRequest request, HttpServletResponse response, String token) {
    set(request, response, token, "");
  }

  static void take(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", "; Max-Age=0");
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, String more) {
    String secure = isLocal(request) ? "" : "; Secure";
    response.addHeader(
        "Set-Cookie",
        name(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure + more);
  }

  private static String name(HttpServletRequest request) {
    return isLocal(request) ? LOCAL_NAME : NAME;
  }

  private static boolean isLocal(HttpServletRequest request) {
    return Stream.ofNullable(request.getHeader("Host"))
        .anyMatch(host -> !request.isSecure() && LOCAL.matcher(host).matches());
  }
}
