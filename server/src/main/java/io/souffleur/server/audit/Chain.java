package io.souffleur.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Links each row of the account to the one before: a row that is changed breaks the next. */
final class Chain {

  /** What the first row is linked to. */
  static final byte[] BEGINNING = new byte[32];

  private Chain() {}

  /** The link of a row: a SHA-256 over the link before, its number and its fields. */
  static byte[] link(byte[] before, long number, Deed deed) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    digest.update(before);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    for (String field :
        List.of(deed.at().toString(), deed.who(), deed.what(), deed.about(), deed.outcome())) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return digest.digest();
  }
}
