package io.souffleur.server.snapshot;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a conversation was after an entry of its journal. Immutable.
 *
 * <p>Sealed, it carries the fingerprint of what it depends on and a checksum that covers the
 * conversation's key, too: it opens only where it means the same, for the same conversation, byte
 * for byte.
 */
public final class Imprint {

  /** At the beginning, where the position is. */
  public static final int POSITION_BYTES = Long.BYTES;

  /** Of this layout. */
  private static final byte FORMAT = 2;

  private static final int HEAD = 1 + Fingerprint.BYTES + 2 * Long.BYTES + 4 * Integer.BYTES;

  private final long position;
  private final int mark;
  private final ChannelName channel;
  private final Instant reached;
  private final int[] keys;
  private final byte[] state;

  private Imprint(
      long position, int mark, ChannelName channel, Instant reached, int[] keys, byte[] state) {
    this.position = position;
    this.mark = mark;
    this.channel = channel;
    this.reached = reached;
    this.keys = keys;
    this.state = state;
  }

  /**
   * All but the state, which is packed later.
   *
   * @param position of the last entry that it contains
   * @param mark by which that entry is recognised
   * @param channel which started the conversation
   * @param reached the instant the conversation had reached
   * @param keys the hashes of the event keys that were used; nobody changes them any more
   */
  public static Imprint at(
      long position, int mark, ChannelName channel, Instant reached, int[] keys) {
    return new Imprint(position, mark, channel, reached, keys, new byte[0]);
  }

  /**
   * The same, with the state.
   *
   * @param packed nobody changes it any more
   */
  public Imprint of(byte[] packed) {
    return new Imprint(position, mark, channel, reached, keys, packed);
  }

  public long position() {
    return position;
  }

  public int mark() {
    return mark;
  }

  public ChannelName channel() {
    return channel;
  }

  public Instant reached() {
    return reached;
  }

  public int[] keys() {
    return keys.clone();
  }

  public byte[] state() {
    return state.clone();
  }

  /** Its bytes; they begin with the position. */
  public byte[] sealed(ConversationId conversation, Fingerprint fingerprint) {
    byte[] teller = channel.value().getBytes(StandardCharsets.UTF_8);
    int size = HEAD + teller.length + keys.length * Integer.BYTES + state.length + Integer.BYTES;
    ByteBuffer to = ByteBuffer.allocate(size);
    to.putLong(position);
    to.put(FORMAT);
    fingerprint.writeTo(to);
    to.putInt(mark);
    to.putLong(reached.getEpochSecond());
    to.putInt(reached.getNano());
    to.putInt(teller.length);
    to.put(teller);
    to.putInt(keys.length);
    for (int key : keys) {
      to.putInt(key);
    }
    to.put(state);
    to.putInt(checksum(conversation, to.array(), to.position()));
    return to.array();
  }

  /** The position of the last entry that sealed bytes contain; 0 when there is none to be read. */
  public static long positionOf(byte[] bytes) {
    return bytes.length < POSITION_BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
  }

  /**
   * What was sealed; empty when the bytes are not whole, or belong to another conversation or
   * another fingerprint.
   */
  public static Optional<Imprint> opened(
      byte[] bytes, ConversationId conversation, Fingerprint fingerprint) {
    int end = bytes.length - Integer.BYTES;
    ByteBuffer from = ByteBuffer.wrap(bytes);
    if (end < HEAD || from.getInt(end) != checksum(conversation, bytes, end)) {
      return Optional.empty();
    }
    long position = from.getLong();
    if (from.get() != FORMAT || !fingerprint.isNextIn(from)) {
      return Optional.empty();
    }
    try {
      int mark = from.getInt();
      Instant reached = Instant.ofEpochSecond(from.getLong(), from.getInt());
      byte[] teller = new byte[Math.min(from.getInt(), from.remaining())];
      from.get(teller);
      ChannelName channel = new ChannelName(new String(teller, StandardCharsets.UTF_8));
      int[] keys = new int[Math.min(from.getInt(), from.remaining() / Integer.BYTES)];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = from.getInt();
      }
      byte[] state = Arrays.copyOfRange(bytes, from.position(), end);
      return Optional.of(new Imprint(position, mark, channel, reached, keys, state));
    } catch (BufferUnderflowException | DateTimeException | NegativeArraySizeException e) {
      return Optional.empty();
    }
  }

  private static int checksum(ConversationId conversation, byte[] bytes, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(conversation.key().getBytes(StandardCharsets.UTF_8));
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }
}
