package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Operation;
import io.souffleur.server.config.SignIn;
import io.souffleur.server.http.Guard;
import io.souffleur.server.http.Origins;
import io.souffleur.server.http.PlainAnswer;
import io.souffleur.server.openid.Provider;
import io.souffleur.server.openid.ProviderException;
import io.souffleur.server.openid.RoundTrip;
import io.souffleur.server.openid.Vouched;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends browsers to the provider of the house, and lets in who comes back vouched for. Whatever
 * goes wrong is told by the page to sign in ({@code problem}). That page also goes on to what was
 * asked for before: the cookie of a session is not sent along a way that began at another site.
 */
final class OpenIdServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdServlet.class);
  private static final String RETURN = "/v1/open-id/return";

  private final transient People people;
  private final transient ProvidedAccounts accounts;
  private final transient SignIn.OpenId settings;
  private final transient Provider provider;
  private final transient InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  OpenIdServlet(People people, SignIn.OpenId settings, Provider provider, InstantSource clock) {
    this.people = people;
    this.accounts = new ProvidedAccounts(people, settings);
    this.settings = settings;
    this.provider = provider;
    this.clock = clock;
  }

  /** Answers where there is no provider. */
  static HttpServlet none() {
    return new HttpServlet() {
      private static final long serialVersionUID = 1;

      @Override
      protected void doGet(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        PlainAnswer.send(
            response,
            HttpServletResponse.SC_NOT_FOUND,
            "this house has no identity provider; sign in with a password");
      }
    };
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (Guard.operation(request) == Operation.OPEN_ID_RETURNED) {
      comeBack(request, response);
    } else {
      setOut(request, response);
    }
  }

  private void setOut(HttpServletRequest request, HttpServletResponse response) {
    String then = Optional.ofNullable(request.getParameter("then")).orElse("");
    RoundTrip trip = RoundTrip.begin(random, clock.instant(), then);
    try {
      URI way = provider.way(trip, back(request));
      BrowserCookie.ROUND_TRIP.give(request, response, trip.cookie());
      send(response, way.toString());
    } catch (ProviderException e) {
      refuse(response, e, then);
    }
  }

  private void comeBack(HttpServletRequest request, HttpServletResponse response) {
    Optional<RoundTrip> carried = BrowserCookie.ROUND_TRIP.value(request).flatMap(RoundTrip::of);
    BrowserCookie.ROUND_TRIP.take(request, response);
    String then = carried.map(RoundTrip::then).orElse("");
    if (carried.isEmpty()) {
      page(response, ProviderException.Trouble.STALE.word(), then);
      return;
    }
    try {
      people.attempts().from(request.getRemoteAddr());
      Vouched person = provider.person(answer(request), carried.get(), back(request));
      AccountId id = accounts.of(person).id();
      String token = people.begin(id);
      Guard.about(request, id.value());
      people.attempts().forgive(request.getRemoteAddr());
      BrowserCookie.SESSION.value(request).ifPresent(people::signOut);
      BrowserCookie.SESSION.give(request, response, token);
      page(response, "", then);
    } catch (ProviderException e) {
      refuse(response, e, then);
    } catch (RefusedException e) {
      LOG.info("somebody signed in with {} and was not let in: {}", settings.name(), e.reason());
      page(response, e.code().word(), then);
    }
  }

  /** What the provider gave along; what it gave twice it did not give. */
  private static Map<String, String> answer(HttpServletRequest request) {
    Map<String, String> answer = new HashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (values.length == 1) {
                answer.put(name, values[0]);
              }
            });
    return answer;
  }

  private URI back(HttpServletRequest request) {
    return settings.redirect().orElseGet(() -> URI.create(Origins.own(request) + RETURN));
  }

  private void refuse(HttpServletResponse response, ProviderException why, String then) {
    switch (why.trouble()) {
      case UNREACHABLE, BUSY, INVALID ->
          LOG.warn("{} could not be used to sign in: {}", settings.name(), why.detail());
      case DENIED, STALE -> LOG.info("{} let nobody in here: {}", settings.name(), why.detail());
    }
    page(response, why.trouble().word(), then);
  }

  /** To the page to sign in; it looks itself whether it knows {@code then}. */
  private static void page(HttpServletResponse response, String problem, String then) {
    String query = problem.isEmpty() ? "" : "problem=" + problem;
    if (!then.isEmpty()) {
      query +=
          (query.isEmpty() ? "" : "&") + "then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }
    send(response, "/sign-in/" + (query.isEmpty() ? "" : "?" + query));
  }

  private static void send(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }
}
