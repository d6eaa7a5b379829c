package io.souffleur.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is known of a key that opens a door: its SHA-256, as 64 hexadecimal digits. A key is long
 * and random, so that a fast hash keeps it as secret as a slow one would.
 */
public record KeyDigest(String hex) {
  /** What stands before the digits where a digest is written in place of a key. */
  public static final String MARK = "sha256:";

  private static final int DIGITS = 64;

  public KeyDigest {
    if (hex.length() != DIGITS || !hex.chars().allMatch(KeyDigest::isDigit)) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
  }

  private static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }

  /** The digest of a key. */
  public static KeyDigest of(String key) {
    return new KeyDigest(HexFormat.of().formatHex(sha256(key)));
  }

  /** What is written as {@code sha256:} and 64 digits; empty for anything else. */
  public static Optional<KeyDigest> parse(String text) {
    try {
      return text.startsWith(MARK)
          ? Optional.of(new KeyDigest(text.substring(MARK.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this is the digest of {@code key}; takes as long whatever it is. */
  public boolean matches(String key) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(hex), sha256(key));
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return MARK + hex;
  }
}
