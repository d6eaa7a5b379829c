package io.souffleur.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A browser that keeps cookies and goes where it is sent, one step at a time. */
public final class TestBrowser implements AutoCloseable {
  private static final int MOST_STEPS = 10;

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public HttpResponse<String> get(URI address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Where an answer sends it. */
  public static URI sentTo(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
    return answer.request().uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  /** Goes from {@code address} on until it is sent to {@code site}, and does not go there yet. */
  public URI until(String site, URI address) throws Exception {
    URI next = address;
    for (int step = 0; step < MOST_STEPS; step++) {
      next = sentTo(get(next));
      if (next.toString().startsWith(site)) {
        return next;
      }
    }
    throw new AssertionError("sent around: " + next);
  }

  /** The cookie of this name. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  @Override
  public void close() {
    http.close();
  }
}
