package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.SeenColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one conversation. What it seals opens in the same place of the same conversation only.
 * Immutable.
 */
final class DataKey {

  /** Begins a sealed body; what is not sealed begins with a brace. */
  private static final String MARK = "s1:";

  private final byte[] bytes;
  private final SecretKey key;

  DataKey(byte[] bytes) {
    this.bytes = bytes;
    this.key = new SecretKeySpec(bytes, Aes.ALGORITHM);
  }

  static DataKey random() {
    return new DataKey(Aes.newKey());
  }

  byte[] bytes() {
    return bytes;
  }

  static boolean isSealed(Entry entry) {
    return entry.body().startsWith(MARK);
  }

  /** The entry with its body, and what was seen in it, sealed into one. */
  Entry seal(Entry entry) {
    byte[] seen = SeenColumn.write(entry).getBytes(StandardCharsets.UTF_8);
    byte[] body = entry.body().getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Integer.BYTES + seen.length + body.length)
            .putInt(seen.length)
            .put(seen)
            .put(body)
            .array();
    byte[] sealed = Aes.seal(key, plain, place(entry));
    return entry.with(
        MARK + Base64.getEncoder().withoutPadding().encodeToString(sealed), List.of());
  }

  /**
   * The entry as it was before it was sealed.
   *
   * @throws IllegalStateException when it was changed, moved, or sealed with another key
   */
  Entry open(Entry entry) {
    try {
      byte[] sealed = Base64.getDecoder().decode(entry.body().substring(MARK.length()));
      ByteBuffer plain = ByteBuffer.wrap(Aes.open(key, sealed, place(entry)));
      byte[] seen = new byte[plain.getInt()];
      plain.get(seen);
      byte[] body = new byte[plain.remaining()];
      plain.get(body);
      return SeenColumn.filled(
          entry,
          new String(body, StandardCharsets.UTF_8),
          new String(seen, StandardCharsets.UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "entry "
              + entry.position()
              + " of conversation "
              + entry.conversation().key()
              + " was changed, or its key is another one");
    }
  }

  /** Whether a sealed entry was sealed with this key, and not changed since. */
  boolean opens(Entry entry) {
    try {
      open(entry);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** The bytes of a snapshot, sealed. */
  byte[] seal(ConversationId conversation, byte[] snapshot) {
    return Aes.seal(key, snapshot, place(conversation));
  }

  /**
   * The bytes of a snapshot as they were before they were sealed.
   *
   * @throws AEADBadTagException when they were changed, moved, or sealed with another key
   */
  byte[] open(ConversationId conversation, byte[] snapshot) throws AEADBadTagException {
    return Aes.open(key, snapshot, place(conversation));
  }

  private static byte[] place(ConversationId conversation) {
    return ("snapshot\n" + conversation.key()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] place(Entry entry) {
    String place =
        entry.conversation().key()
            + '\n'
            + entry.position()
            + '\n'
            + entry.origin()
            + '\n'
            + entry.revision()
            + '\n'
            + entry.key();
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
