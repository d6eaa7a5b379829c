package io.souffleur.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Tells browsers that came over TLS never to come without it again (RFC 6797). */
final class StrictTransport implements HttpConfiguration.Customizer {
  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    if (request.isSecure()) {
      responseHeaders.put("Strict-Transport-Security", "max-age=31536000");
    }
    return request;
  }
}
