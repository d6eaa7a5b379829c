package io.souffleur.server.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of a browser to the provider and back. Only the browser keeps it, in a cookie; what the
 * provider gets to see (state, nonce, and the digest of the verifier) is derived from it, and leads
 * back to nothing. So an answer fits this browser and this way or none, and the server has nothing
 * to remember that somebody could fill up.
 *
 * @param secret 256 random bits, in base64url
 * @param begun to the second
 * @param then the page that was asked for before; empty: none
 */
public record RoundTrip(String secret, Instant begun, String then) {
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_PAGE = 512;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Pattern COOKIE =
      Pattern.compile("([A-Za-z0-9_-]{43})\\.(\\d{1,12})\\.([A-Za-z0-9_-]{0,1024})");

  /** Begins one; a page with too long an address is forgotten. */
  public static RoundTrip begin(SecureRandom random, Instant now, String then) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new RoundTrip(
        base64(secret),
        Instant.ofEpochSecond(now.getEpochSecond()),
        then.length() > LONGEST_PAGE ? "" : then);
  }

  /** The one that a cookie carries; empty when it carries none. */
  public static Optional<RoundTrip> of(String cookie) {
    Matcher parts = COOKIE.matcher(cookie);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RoundTrip(
              parts.group(1),
              Instant.ofEpochSecond(Long.parseLong(parts.group(2))),
              new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As a cookie carries it. */
  public String cookie() {
    return secret
        + "."
        + begun.getEpochSecond()
        + "."
        + base64(then.getBytes(StandardCharsets.UTF_8));
  }

  /** How long a browser keeps it. */
  public static Duration longest() {
    return LONGEST;
  }

  /** Whether it may still end. */
  boolean good(Instant now) {
    return !now.isBefore(begun.minusSeconds(1)) && now.isBefore(begun.plus(LONGEST));
  }

  /** What the provider sends back with its answer (RFC 6749, section 4.1.1). */
  String state() {
    return derived("state");
  }

  /** What the provider puts into the ID token. */
  String nonce() {
    return derived("nonce");
  }

  /** What shows that whoever brings the code asked for it (RFC 7636); 43 characters. */
  String verifier() {
    return derived("verifier");
  }

  /** What is sent ahead of the {@link #verifier}, by the method S256. */
  String challenge() {
    return challenge(verifier());
  }

  static String challenge(String verifier) {
    return base64(sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Of everything it carries: who changes the time or the page has another one. */
  private String derived(String purpose) {
    return base64(sha256((purpose + "\n" + cookie()).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "RoundTrip[begun " + begun + "]";
  }
}
