package io.souffleur.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP's
 * password storage page asks, written as a PHC string. Few are computed at a time, so that people
 * who sign in, or try to, take no time from coaching. For any thread.
 */
final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MOST_AT_ONCE = 2;
  private static final int MOST_WAITING = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)"
              + "\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{16,88})");

  private final SecureRandom random = new SecureRandom();
  private final Semaphore permits =
      new Semaphore(
          Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_AT_ONCE), true);
  private final AtomicInteger waiting = new AtomicInteger();

  /** Compared with when there is no account: it takes as long as with one. */
  private final String nobodys;

  Passwords() {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    nobodys = phc(salt, hash);
  }

  /**
   * The hash of a new password.
   *
   * @throws RefusedException when too many are waiting
   */
  String hash(String password) throws RefusedException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return phc(salt, compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
  }

  /**
   * Whether {@code password} has this hash; takes as long when there is none.
   *
   * @param known as {@link #hash} wrote it; empty: no password is right
   * @throws RefusedException when too many are waiting
   */
  boolean match(String password, Optional<String> known) throws RefusedException {
    Matcher phc = PHC.matcher(known.orElse(nobodys));
    if (!phc.matches()) {
      throw new IllegalStateException("a kept password is no Argon2id hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] expected = base64.decode(phc.group(5));
    byte[] found =
        compute(
            password,
            base64.decode(phc.group(4)),
            Integer.parseInt(phc.group(1)),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, found) && known.isPresent();
  }

  private static String phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private byte[] compute(
      String password, byte[] salt, int memory, int passes, int lanes, int length)
      throws RefusedException {
    enter();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memory)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      // The same letters whatever the keyboard: é is one character or two.
      String typed = Normalizer.normalize(password, Normalizer.Form.NFC);
      generator.generateBytes(typed.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      permits.release();
    }
  }

  private void enter() throws RefusedException {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      throw busy();
    }
    try {
      if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static RefusedException busy() {
    return RefusedException.later(
        Code.BUSY, Duration.ofSeconds(2), "too many people sign in at once; try again in a moment");
  }
}
