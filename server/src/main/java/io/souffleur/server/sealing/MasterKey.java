package io.souffleur.server.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the house, which wraps the keys of conversations and hides customers' keys in indexes.
 * Immutable; safe for use by any thread.
 */
public final class MasterKey {

  static final String FILE = "master.key";

  private static final String HMAC = "HmacSHA256";

  private final SecretKey wrapping;
  private final SecretKey hiding;

  private MasterKey(byte[] secret) {
    this.wrapping = new SecretKeySpec(derived(secret, "wrap"), Aes.ALGORITHM);
    this.hiding = new SecretKeySpec(derived(secret, "hide"), HMAC);
  }

  /**
   * The key that a house has set, or else the one in its data folder, made there at the first
   * start.
   *
   * @param set 32 bytes in Base64, as {@code openssl rand -base64 32} prints them
   * @throws IOException when it can't be used, or is missing where there are keys that it wrapped,
   *     with the reason for a person
   */
  public static MasterKey of(Optional<String> set, Path data) throws IOException {
    return new MasterKey(set.isPresent() ? decoded(set.get(), "the master key") : ofFile(data));
  }

  private static byte[] ofFile(Path data) throws IOException {
    Path file = data.resolve(FILE);
    try {
      return decoded(Files.readString(file, StandardCharsets.US_ASCII).strip(), file.toString());
    } catch (NoSuchFileException e) {
      if (KeyFile.isIn(data)) {
        throw new IOException(
            "there is "
                + KeyFile.FILE
                + " and no master key: put "
                + file
                + " back, or privacy.masterKey into the configuration, whichever it was written"
                + " with",
            e);
      }
      byte[] secret = Aes.newKey();
      Files.createDirectories(data);
      write(data, file, Base64.getEncoder().encodeToString(secret) + "\n");
      return secret;
    }
  }

  /** Durable, with its name, before anything is sealed with it; for its owner's eyes only. */
  private static void write(Path data, Path file, String text) throws IOException {
    FileAttribute<?>[] owners =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owners)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try (FileChannel folder = FileChannel.open(data, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static byte[] decoded(String text, String what) throws IOException {
    try {
      byte[] secret = Base64.getDecoder().decode(text);
      if (secret.length == Aes.KEY_BYTES) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      // Said below, together with keys of another length.
    }
    throw new IOException(
        what + " is not 32 bytes in Base64: make one with openssl rand -base64 32");
  }

  byte[] wrap(byte[] dataKey, String conversation) {
    return Aes.seal(wrapping, dataKey, conversation.getBytes(StandardCharsets.UTF_8));
  }

  byte[] unwrap(byte[] wrapped, String conversation) throws AEADBadTagException {
    return Aes.open(wrapping, wrapped, conversation.getBytes(StandardCharsets.UTF_8));
  }

  /** What stands for a word where the word itself must not be read; the same for the same. */
  byte[] hidden(String word) {
    return mac(hiding, word);
  }

  private static byte[] derived(byte[] secret, String purpose) {
    return mac(new SecretKeySpec(secret, HMAC), "souffleur " + purpose + " 1");
  }

  private static byte[] mac(SecretKey key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
