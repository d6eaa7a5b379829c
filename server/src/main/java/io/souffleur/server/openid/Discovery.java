package io.souffleur.server.openid;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself, kept for an hour, and its keys, kept for five minutes. A key
 * that is not known makes its keys be read again, though not more than a few times a minute. While
 * the provider does not answer, what was known goes on to count; where nothing was, it is left
 * alone for a moment, so that nobody waits for what has just failed. For any thread.
 */
final class Discovery {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration KEYS_GOOD_FOR = Duration.ofMinutes(5);
  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(15);
  private static final Duration KEYS_PATIENCE = Duration.ofSeconds(5);

  private final URI issuer;
  private final Line line;
  private final InstantSource clock;

  private @Nullable Known known;
  private Instant next = Instant.MIN;
  private @Nullable ProviderException failure;

  /** What is known, with the source of keys that belongs to it. */
  record Known(Metadata metadata, JWKSource<SecurityContext> keys) {}

  Discovery(URI issuer, Line line, InstantSource clock) {
    this.issuer = issuer;
    this.line = line;
    this.clock = clock;
  }

  /** What is known of the provider; asks it where that is too old. */
  synchronized Known known() throws ProviderException {
    Instant now = clock.instant();
    Known before = known;
    if (now.isBefore(next)) {
      if (before != null) {
        return before;
      }
      if (failure != null) {
        throw failure;
      }
    }
    try {
      Metadata metadata = Metadata.read(line.document(address()), issuer);
      Known fresh =
          before != null && before.metadata().keys().equals(metadata.keys())
              ? new Known(metadata, before.keys())
              : new Known(metadata, keys(metadata.keys()));
      known = fresh;
      next = clock.instant().plus(GOOD_FOR);
      return fresh;
    } catch (IOException e) {
      return without(
          before,
          new ProviderException(
              ProviderException.Trouble.UNREACHABLE, String.valueOf(e.getMessage())));
    } catch (ProviderException e) {
      return without(before, e);
    }
  }

  private Known without(@Nullable Known before, ProviderException why) throws ProviderException {
    next = clock.instant().plus(REST);
    failure = why;
    if (before == null) {
      throw why;
    }
    return before;
  }

  private URI address() {
    String base = issuer.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + "/.well-known/openid-configuration");
  }

  private JWKSource<SecurityContext> keys(URI address) throws ProviderException {
    try {
      return JWKSourceBuilder.create(address.toURL(), line)
          .cache(KEYS_GOOD_FOR.toMillis(), KEYS_PATIENCE.toMillis())
          .refreshAheadCache(false)
          .rateLimited(BETWEEN_READINGS.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new ProviderException(
          ProviderException.Trouble.INVALID, "the address of its keys can't be used");
    }
  }
}
