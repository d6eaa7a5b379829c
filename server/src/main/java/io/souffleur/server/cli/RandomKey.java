package io.souffleur.server.cli;

import java.security.SecureRandom;
import java.util.Base64;

/** Keys of 256 random bits, which nobody chose. */
final class RandomKey {
  private static final int BYTES = 32;

  private RandomKey() {}

  static String next() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
