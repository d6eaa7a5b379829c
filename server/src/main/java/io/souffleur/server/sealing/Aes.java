package io.souffleur.server.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce of 96 bits before the ciphertext and a tag of 128 bits behind it
 * (NIST SP 800-38D). Safe for use by any thread.
 */
final class Aes {

  static final String ALGORITHM = "AES";
  static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NONCES_AT_ONCE = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a thread works with, so that neither a cipher nor the system's chance is waited for. */
  private static final ThreadLocal<Bench> BENCH = ThreadLocal.withInitial(Bench::new);

  private Aes() {}

  private static final class Bench {
    private final Cipher cipher;
    private final byte[] chance = new byte[NONCES_AT_ONCE * NONCE_BYTES];
    private int used = chance.length;

    Bench() {
      try {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has AES-GCM", e);
      }
    }

    byte[] nonce() {
      if (used == chance.length) {
        RANDOM.nextBytes(chance);
        used = 0;
      }
      byte[] nonce = Arrays.copyOfRange(chance, used, used + NONCE_BYTES);
      used += NONCE_BYTES;
      return nonce;
    }
  }

  /** Nonce, ciphertext and tag. */
  static byte[] seal(SecretKey key, byte[] plain, byte[] bound) {
    Bench bench = BENCH.get();
    byte[] nonce = bench.nonce();
    try {
      bench.cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      bench.cipher.updateAAD(bound);
      byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      bench.cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws AEADBadTagException when it was sealed with another key, for another place, or changed
   */
  static byte[] open(SecretKey key, byte[] sealed, byte[] bound) throws AEADBadTagException {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new AEADBadTagException("too short");
    }
    Cipher cipher = BENCH.get().cipher;
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      cipher.updateAAD(bound);
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }
}
