package io.souffleur.server.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import io.souffleur.server.config.SignIn;
import io.souffleur.server.openid.ProviderException.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The provider of a house. At most 32 people are on their way through at once, and each waits for a
 * few seconds at most, so that one that is down costs those who sign in a moment and nobody else
 * anything. For any thread; may block.
 */
public final class Provider implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 32;
  private static final int CLIENT_ERRORS = 400;
  private static final int SERVER_ERRORS = 500;
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

  /** RFC 6750, section 2.1. */
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final SignIn.OpenId settings;
  private final InstantSource clock;
  private final Line line;
  private final Discovery discovery;
  private final IdTokens tokens;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  private Provider(SignIn.OpenId settings, InstantSource clock, Duration patience) {
    this.settings = settings;
    this.clock = clock;
    this.line = new Line(patience);
    this.discovery = new Discovery(settings.issuer(), line, clock);
    this.tokens = new IdTokens(settings.issuer().toString(), settings.clientId(), clock);
  }

  /** A provider, which need not be up yet. */
  public static Provider of(SignIn.OpenId settings, InstantSource clock) {
    return of(settings, clock, PATIENCE);
  }

  static Provider of(SignIn.OpenId settings, InstantSource clock, Duration patience) {
    return new Provider(settings, clock, patience);
  }

  /** Something that takes a place. */
  @FunctionalInterface
  private interface Work<T> {
    T done() throws IOException, ProviderException;
  }

  private <T> T within(Work<T> work) throws ProviderException {
    if (!places.tryAcquire()) {
      throw new ProviderException(Trouble.BUSY, MOST_AT_ONCE + " people sign in at once");
    }
    try {
      return work.done();
    } catch (IOException e) {
      throw new ProviderException(Trouble.UNREACHABLE, String.valueOf(e.getMessage()));
    } finally {
      places.release();
    }
  }

  /**
   * Where to send a browser that sets out.
   *
   * @param back where it comes back to
   */
  public URI way(RoundTrip trip, URI back) throws ProviderException {
    return within(
        () -> {
          URI address = discovery.known().metadata().authorization();
          Map<String, String> query = new LinkedHashMap<>();
          query.put("response_type", "code");
          query.put("client_id", settings.clientId());
          query.put("redirect_uri", back.toString());
          query.put("scope", String.join(" ", settings.scopes()));
          query.put("state", trip.state());
          query.put("nonce", trip.nonce());
          query.put("code_challenge", trip.challenge());
          query.put("code_challenge_method", "S256");
          String joint = address.getRawQuery() == null ? "?" : "&";
          return URI.create(address + joint + form(query));
        });
  }

  /**
   * Who came back.
   *
   * @param answer what the provider gave the browser along, by name
   * @param trip the one that the browser carries
   * @param back where it came back to
   */
  public Vouched person(Map<String, String> answer, RoundTrip trip, URI back)
      throws ProviderException {
    if (!trip.good(clock.instant()) || !same(trip.state(), answer.getOrDefault("state", ""))) {
      throw new ProviderException(Trouble.STALE, "the state is another one, or too old");
    }
    return within(
        () -> {
          Discovery.Known provider = discovery.known();
          checkWhose(answer, provider.metadata());
          String code = answer.get("code");
          if (code == null) {
            String error = answer.getOrDefault("error", "");
            throw new ProviderException(
                Trouble.DENIED,
                "the provider answers " + (ERROR.matcher(error).matches() ? error : "nothing"));
          }
          Map<String, Object> given = tokens(code, trip, back, provider.metadata());
          if (!(given.get("id_token") instanceof String token)) {
            throw new ProviderException(
                Trouble.INVALID, "the provider gives no ID token: is openid among the scopes?");
          }
          JWTClaimsSet claims = tokens.claims(token, trip.nonce(), provider);
          return vouched(claims, given.get("access_token"), provider.metadata());
        });
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of another provider is for that one’s code (RFC 9207). */
  private void checkWhose(Map<String, String> answer, Metadata metadata) throws ProviderException {
    String issuer = answer.get("iss");
    if (issuer == null ? metadata.namesItself() : !issuer.equals(settings.issuer().toString())) {
      throw new ProviderException(Trouble.INVALID, "the answer is another provider’s");
    }
  }

  private Map<String, Object> tokens(String code, RoundTrip trip, URI back, Metadata metadata)
      throws IOException, ProviderException {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("grant_type", "authorization_code");
    body.put("code", code);
    body.put("redirect_uri", back.toString());
    body.put("code_verifier", trip.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(metadata.token())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (metadata.basic()) {
      String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    } else {
      body.put("client_id", settings.clientId());
      body.put("client_secret", settings.clientSecret());
    }
    Line.Answer answer =
        line.ask(request.POST(HttpRequest.BodyPublishers.ofString(form(body))).build());
    if (answer.status() >= SERVER_ERRORS) {
      throw new IOException("status " + answer.status());
    }
    if (answer.status() >= CLIENT_ERRORS) {
      Object error = Metadata.json(answer.body()).get("error");
      throw new ProviderException(
          Trouble.INVALID,
          "the provider does not take the code: "
              + (error instanceof String word && ERROR.matcher(word).matches()
                  ? word
                  : "status " + answer.status()));
    }
    return Metadata.json(answer.body());
  }

  private Vouched vouched(JWTClaimsSet claims, @Nullable Object access, Metadata metadata)
      throws IOException, ProviderException {
    SignIn.Claims names = settings.claims();
    ToldClaims told = new ToldClaims(claims.getClaims(), Map.of());
    boolean whole =
        Stream.concat(
                Stream.of(names.login(), names.name(), names.groups()),
                Stream.of(names.agent(), names.teams()).flatMap(Optional::stream))
            .allMatch(told::tells);
    if (!whole
        && metadata.userInfo().isPresent()
        && access instanceof String token
        && BEARER.matcher(token).matches()) {
      told = new ToldClaims(claims.getClaims(), userInfo(metadata.userInfo().get(), token, claims));
    }
    String login =
        told.text(names.login())
            .orElseThrow(
                () ->
                    new ProviderException(
                        Trouble.INVALID,
                        "the provider tells no " + names.login() + ", which is their login"));
    return new Vouched(
        settings.issuer() + " " + claims.getSubject(),
        login,
        told.text(names.name()),
        names.agent().flatMap(told::text),
        told.texts(names.groups()),
        names.teams().map(told::texts).orElseGet(Set::of));
  }

  private Map<String, Object> userInfo(URI address, String token, JWTClaimsSet claims)
      throws IOException, ProviderException {
    Line.Answer answer =
        line.ask(
            HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build());
    if (!answer.ok()) {
      throw new IOException("status " + answer.status() + " of its userinfo endpoint");
    }
    Map<String, Object> told = Metadata.json(answer.body());
    if (!claims.getSubject().equals(told.get("sub"))) {
      throw new ProviderException(Trouble.INVALID, "its userinfo endpoint tells of somebody else");
    }
    return told;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    line.close();
  }
}
