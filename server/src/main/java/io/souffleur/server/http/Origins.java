package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Whose pages may talk to this server from a browser: its own, and those of configured origins.
 * Origins are compared whole and exactly, as browsers send them (RFC 6454, section 6.1).
 *
 * @param embedders such as {@code https://crm.example.org}
 */
public record Origins(Set<String> embedders) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public Origins {
    embedders = Set.copyOf(embedders);
  }

  /** Only this server's own pages. */
  public static Origins own() {
    return new Origins(Set.of());
  }

  /**
   * Whether the page that sent {@code request} may open a socket. A request without an origin does
   * not come from a page; it must show a key or ticket like any other.
   */
  public boolean admit(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Origin"));
    if (headers.isEmpty()) {
      return true;
    }
    String origin = headers.getFirst();
    return headers.size() == 1 && (own(request, origin) || embedders.contains(origin));
  }

  /**
   * Whether a page of this server sent {@code request}: its browser says so, and says nothing else.
   */
  static boolean ownPage(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Origin"));
    List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
    return headers.size() == 1
        && own(request, headers.getFirst())
        && (sites.isEmpty() || sites.equals(List.of("same-origin")));
  }

  boolean embeds(String origin) {
    return embedders.contains(origin);
  }

  List<String> frameAncestors() {
    List<String> ancestors = new ArrayList<>(List.of("'self'"));
    embedders.stream().sorted().forEach(ancestors::add);
    return ancestors;
  }

  /** As the browser sees this server, which may be through a proxy that is believed. */
  private static boolean own(HttpServletRequest request, String origin) {
    int port = request.getServerPort();
    String site = request.getScheme() + "://" + request.getServerName();
    boolean usual = port == (request.getScheme().equals("https") ? HTTPS : HTTP);
    return origin.equals(usual ? site : site + ":" + port);
  }
}
