package io.souffleur.server.conformance;

import io.souffleur.server.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames as a client puts them on the line (RFC 6455, section 5.2), right or wrong. */
final class Bytes {
  static final int FIN = 0x80;

  /** Masks that change every byte, and none alike. */
  private static final byte[] MASK = {(byte) 0x37, (byte) 0xfa, (byte) 0x21, (byte) 0x3d};

  /** How long a frame’s length is written. */
  enum Length {
    SHORTEST,
    SIXTEEN_BITS,
    SIXTY_FOUR_BITS
  }

  private Bytes() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] text(byte[] payload) {
    return frame(FIN | RawSocket.TEXT, payload);
  }

  static byte[] binary(byte[] payload) {
    return frame(FIN | BINARY, payload);
  }

  static final int BINARY = 0x2;

  static byte[] ping(byte[] payload) {
    return frame(FIN | RawSocket.PING, payload);
  }

  static byte[] close(byte[] payload) {
    return frame(FIN | RawSocket.CLOSE, payload);
  }

  static byte[] close(int code, byte[] reason) {
    return close(code(code, reason));
  }

  /** What a close frame says (section 5.5.1). */
  static byte[] code(int code, byte[] reason) {
    return join(new byte[] {(byte) (code >>> 8), (byte) code}, reason);
  }

  /** A masked frame whose first byte is {@code first}. */
  static byte[] frame(int first, byte[] payload) {
    return frame(first, payload, Length.SHORTEST, MASK);
  }

  /** A masked frame whose length is written in a way of its own. */
  static byte[] frame(int first, byte[] payload, Length length) {
    return frame(first, payload, length, MASK);
  }

  static byte[] frame(int first, byte[] payload, Length length, byte[] mask) {
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= mask[i % 4];
    }
    return join(head(first, 0x80, payload.length, length), mask, masked);
  }

  /** A frame as only a server may send it. */
  static byte[] unmasked(int first, byte[] payload) {
    return join(head(first, 0, payload.length, Length.SHORTEST), payload);
  }

  /** The beginning of a masked frame that says it has {@code length} bytes. */
  static byte[] beginning(int first, long length) {
    return join(head(first, 0x80, length, Length.SIXTY_FOUR_BITS), MASK);
  }

  private static byte[] head(int first, int maskBit, long length, Length form) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(first);
    if (form == Length.SHORTEST && length < 126) {
      head.write(maskBit | (int) length);
    } else if (form == Length.SIXTEEN_BITS || (form == Length.SHORTEST && length < 1 << 16)) {
      head.write(maskBit | 126);
      head.write((int) (length >>> 8));
      head.write((int) length);
    } else {
      head.write(maskBit | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        head.write((int) (length >>> shift));
      }
    }
    return head.toByteArray();
  }

  /** A text in fragments of {@code size} bytes. */
  static byte[] fragments(byte[] payload, int size) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int from = 0; from < payload.length; from += size) {
      int to = Math.min(payload.length, from + size);
      int first = (from == 0 ? RawSocket.TEXT : 0) | (to == payload.length ? FIN : 0);
      all.writeBytes(frame(first, Arrays.copyOfRange(payload, from, to)));
    }
    return all.toByteArray();
  }

  /** A text in two fragments, the first of which has {@code size} bytes. */
  static byte[] halves(byte[] payload, int size) {
    return join(
        frame(RawSocket.TEXT, Arrays.copyOf(payload, size)),
        frame(FIN, Arrays.copyOfRange(payload, size, payload.length)));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The same bytes, handed to the system in two. */
  static List<byte[]> cut(byte[] bytes, int at) {
    return List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length));
  }

  /** The same bytes, handed to the system in pieces of {@code size}. */
  static List<byte[]> pieces(byte[] bytes, int size) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }
    return pieces;
  }

  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
