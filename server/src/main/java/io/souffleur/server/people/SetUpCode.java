package io.souffleur.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What the first admin shows to prove that they run the server: printed once, at a start without
 * any account, and kept nowhere. For any thread.
 */
final class SetUpCode {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 6;
  private static final int GROUP = 4;

  private final String code;

  /** A new code; about 118 bits of chance. */
  SetUpCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        letters.append('-');
      }
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    code = letters.toString();
  }

  /** To be shown to who starts the server. */
  String shown() {
    return code;
  }

  /** Whether {@code text} is the code; blanks around it don't matter. */
  boolean is(String text) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), text.strip().getBytes(StandardCharsets.UTF_8));
  }
}
