package io.souffleur.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is no request at all, which nothing behind gets to see: in one line, under the same
 * policy as everything else, and without saying again what was asked. For any thread.
 */
final class PlainErrors implements Request.Handler {
  private final Map<String, String> headers;

  /** With these headers on every answer that has no others by their names. */
  PlainErrors(Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    headers.forEach(
        (name, value) -> {
          if (!response.getHeaders().contains(name)) {
            response.getHeaders().put(name, value);
          }
        });
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    String line = HttpStatus.getMessage(response.getStatus()) + "\n";
    response.write(true, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
