package io.souffleur.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    List<String> headers = origins(request);
    return headers.isEmpty()
        || (headers.size() == 1 && own(request, headers.getFirst()))
        || embedder(request).isPresent();
  }

  /**
   * Whether a page of this server sent {@code request}: its browser says so, and says nothing else.
   */
  static boolean ownPage(HttpServletRequest request) {
    List<String> headers = origins(request);
    List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
    return headers.size() == 1
        && own(request, headers.getFirst())
        && (sites.isEmpty() || sites.equals(List.of("same-origin")));
  }

  /** The configured origin whose page sent {@code request}; empty: there is none, or several. */
  Optional<String> embedder(HttpServletRequest request) {
    List<String> headers = origins(request);
    return headers.size() == 1 && embedders.contains(headers.getFirst())
        ? Optional.of(headers.getFirst())
        : Optional.empty();
  }

  /** In whose pages the framed page may lie, in the words of {@code frame-ancestors}. */
  List<String> frameAncestors() {
    List<String> ancestors = new ArrayList<>(List.of("'self'"));
    embedders.stream().sorted().forEach(ancestors::add);
    return ancestors;
  }

  private static List<String> origins(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Origin"));
  }

  private static boolean own(HttpServletRequest request, String origin) {
    return origin.equals(own(request));
  }

  /** As the browser sees this server, which may be through a proxy that is believed. */
  public static String own(HttpServletRequest request) {
    int port = request.getServerPort();
    String site = request.getScheme() + "://" + request.getServerName();
    boolean usual = port == (request.getScheme().equals("https") ? HTTPS : HTTP);
    return usual ? site : site + ":" + port;
  }
}
