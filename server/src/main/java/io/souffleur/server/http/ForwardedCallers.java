package io.souffleur.server.http;

import io.souffleur.server.config.AddressRange;
import io.souffleur.server.config.Running;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/**
 * Believes what named proxies tell about callers, and nobody else. Jetty's own customizer would
 * believe anybody, both headers at once, and the first address of a list, which is the one a caller
 * can make up: here a list is read from its end, as far as it was written by proxies. Safe for use
 * by any thread.
 */
final class ForwardedCallers implements HttpConfiguration.Customizer {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Running.Proxy proxy;

  ForwardedCallers(Running.Proxy proxy) {
    this.proxy = proxy;
  }

  /** What a proxy told: who called, how and whom. */
  private record Told(Optional<String> client, Optional<String> scheme, Optional<String> host) {}

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(remote instanceof InetSocketAddress hop) || !trusts(hop.getAddress())) {
      return request;
    }
    Told told =
        switch (proxy.header()) {
          case X_FORWARDED -> xForwarded(request.getHeaders());
          case FORWARDED -> forwarded(request.getHeaders());
        };
    return new Forwarded(request, told);
  }

  private boolean trusts(InetAddress address) {
    return proxy.trusted().stream().anyMatch(range -> range.contains(address));
  }

  private Told xForwarded(HttpFields headers) {
    List<String> hops = headers.getCSV("X-Forwarded-For", false);
    int first = hops.size();
    boolean more = true;
    while (more && first > 0) {
      first--;
      more = isProxy(hops.get(first));
    }
    return new Told(
        hops.isEmpty() ? Optional.empty() : Optional.of(hops.get(first)),
        last(headers.getCSV("X-Forwarded-Proto", false)),
        last(headers.getCSV("X-Forwarded-Host", false)));
  }

  private Told forwarded(HttpFields headers) {
    List<String> hops = headers.getCSV("Forwarded", true);
    Told told = new Told(Optional.empty(), Optional.empty(), Optional.empty());
    for (String hop : hops.reversed()) {
      told =
          new Told(
              parameter(hop, "for").or(told::client),
              parameter(hop, "proto").or(told::scheme),
              parameter(hop, "host").or(told::host));
      if (told.client().filter(this::isProxy).isEmpty()) {
        break;
      }
    }
    return told;
  }

  /** A parameter of an element of {@code Forwarded} (RFC 7239, section 4). */
  private static Optional<String> parameter(String element, String name) {
    return Arrays.stream(element.split(";", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase(name))
        .map(pair -> pair[1].strip())
        .map(value -> value.replaceAll("^\"|\"$", ""))
        .findFirst();
  }

  private boolean isProxy(String client) {
    return address(client).filter(this::trusts).isPresent();
  }

  private static Optional<InetAddress> address(String client) {
    try {
      String host = new HostPort(client).getHost();
      return AddressRange.address(host == null ? "" : host.replaceAll("^\\[|]$", ""))
          .or(() -> AddressRange.address(client));
    } catch (IllegalArgumentException e) {
      return AddressRange.address(client);
    }
  }

  private static Optional<String> last(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** A request as its caller sent it to the proxy. */
  private static final class Forwarded extends Request.Wrapper {
    private final HttpURI uri;
    private final HttpFields headers;
    private final boolean secure;
    private final ConnectionMetaData connection;

    Forwarded(Request request, Told told) {
      super(request);
      Optional<String> scheme =
          told.scheme().map(word -> word.toLowerCase(Locale.ROOT)).filter(SCHEMES::contains);
      Optional<HostPort> host = told.host().flatMap(Forwarded::host);
      HttpURI.Mutable asked = HttpURI.build(request.getHttpURI());
      scheme.ifPresent(asked::scheme);
      host.ifPresent(one -> asked.authority(one.getHost(), one.getPort()));
      this.uri = asked.asImmutable();
      HttpFields.Mutable fields = HttpFields.build(request.getHeaders());
      host.ifPresent(one -> fields.put(HttpHeader.HOST, one.toString()));
      this.headers = fields.asImmutable();
      this.secure = scheme.map("https"::equals).orElse(request.isSecure());
      Optional<SocketAddress> client =
          told.client()
              .flatMap(ForwardedCallers::address)
              .map(address -> new InetSocketAddress(address, 0));
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public boolean isSecure() {
              return secure;
            }

            @Override
            public SocketAddress getRemoteSocketAddress() {
              return client.orElseGet(super::getRemoteSocketAddress);
            }

            @Override
            public HostPort getServerAuthority() {
              return host.orElseGet(super::getServerAuthority);
            }
          };
    }

    private static Optional<HostPort> host(String text) {
      try {
        HostPort host = new HostPort(text);
        return host.getHost() == null || host.getHost().isEmpty()
            ? Optional.empty()
            : Optional.of(host);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
