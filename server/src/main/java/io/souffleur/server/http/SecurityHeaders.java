package io.souffleur.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says to browsers what pages of this server may do, on every answer. Pages that may embed the
 * sidebar may also load its script and its fonts. {@code X-Frame-Options} is not sent: it knows no
 * list of origins, and browsers follow {@code frame-ancestors}.
 */
final class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String POLICY = "Content-Security-Policy";
  private static final Map<String, String> ON_ALL =
      Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

  private final transient Origins origins;
  private final transient ContentPolicy policy;

  SecurityHeaders(Origins origins) {
    this.origins = origins;
    this.policy = ContentPolicy.of(origins);
  }

  /** What stands on every answer that is not the framed page. */
  static Map<String, String> onOthers(Origins origins) {
    Map<String, String> headers = new HashMap<>(ON_ALL);
    headers.put(POLICY, ContentPolicy.of(origins).others());
    return Map.copyOf(headers);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ON_ALL.forEach(response::setHeader);
    response.setHeader(POLICY, policy.on(request.getServletPath()));
    Optional<String> embedder = origins.embedder(request);
    if (embedder.isPresent()) {
      response.setHeader("Access-Control-Allow-Origin", embedder.get());
      response.addHeader("Vary", "Origin");
    }
    chain.doFilter(request, response);
  }
}
