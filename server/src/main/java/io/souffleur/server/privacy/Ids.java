package io.souffleur.server.privacy;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes names of erasures and holds. */
final class Ids {
  private static final int BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
