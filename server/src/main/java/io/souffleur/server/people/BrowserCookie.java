package io.souffleur.server.people;

import io.souffleur.server.openid.RoundTrip;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cookies of this server: for this host alone, never readable by a script, and only over TLS,
 * except on the machine the server runs on.
 */
enum BrowserCookie {
  /** Carries the token of a session; never sent from another site. Goes with the browser. */
  SESSION("souffleur", "Strict", Optional.empty()),
  /** Carries a {@link RoundTrip}, back from the provider’s pages, too. */
  ROUND_TRIP("souffleur-open-id", "Lax", Optional.of(RoundTrip.longest()));

  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

  private final String name;
  private final String sameSite;

  /** A record of the platform. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Optional<Duration> age;

  BrowserCookie(String name, String sameSite, Optional<Duration> age) {
    this.name = name;
    this.sameSite = sameSite;
    this.age = age;
  }

  /** What a request carries in it; empty when it carries none, or more than one. */
  Optional<String> value(HttpServletRequest request) {
    String wanted = name(request);
    List<String> values =
        Optional.ofNullable(request.getCookies()).stream()
            .flatMap(Arrays::stream)
            .filter(cookie -> cookie.getName().equals(wanted))
            .map(Cookie::getValue)
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  void give(HttpServletRequest request, HttpServletResponse response, String value) {
    set(request, response, value, age.map(time -> "; Max-Age=" + time.toSeconds()).orElse(""));
  }

  void take(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", "; Max-Age=0");
  }

  private void set(
      HttpServletRequest request, HttpServletResponse response, String value, String more) {
    String secure = isLocal(request) ? "" : "; Secure";
    response.addHeader(
        "Set-Cookie",
        name(request) + "=" + value + "; Path=/; HttpOnly; SameSite=" + sameSite + secure + more);
  }

  private String name(HttpServletRequest request) {
    return isLocal(request) ? name : "__Host-" + name;
  }

  private static boolean isLocal(HttpServletRequest request) {
    return Stream.ofNullable(request.getHeader("Host"))
        .anyMatch(host -> !request.isSecure() && LOCAL.matcher(host).matches());
  }
}
