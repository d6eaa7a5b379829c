package io.souffleur.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says to browsers what pages of this server may do: load from this server alone, run no inline
 * script, be framed only by the origins that may embed the sidebar. Those origins may also load its
 * script.
 */
final class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient Origins origins;
  private final String policy;

  SecurityHeaders(Origins origins) {
    this.origins = origins;
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-src 'self'; frame-ancestors "
            + String.join(" ", origins.frameAncestors());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    String origin = request.getHeader("Origin");
    if (origin != null && origins.embeds(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.addHeader("Vary", "Origin");
    }
    chain.doFilter(request, response);
  }
}
