package io.souffleur.server.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at frames as bytes: a load that made texts of them would measure itself. */
final class FrameBytes {

  private FrameBytes() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }

  static boolean startsWith(byte[] frame, byte[] start) {
    return frame.length >= start.length
        && Arrays.equals(frame, 0, start.length, start, 0, start.length);
  }

  /** Where {@code part} begins; -1 when it is nowhere. */
  static int indexOf(byte[] frame, byte[] part) {
    for (int i = 0; i <= frame.length - part.length; i++) {
      if (frame[i] == part[0] && Arrays.equals(frame, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  /** The digits from there on. */
  static long number(byte[] frame, int from) {
    long number = 0;
    for (int i = from; frame[i] >= '0' && frame[i] <= '9'; i++) {
      number = number * 10 + frame[i] - '0';
    }
    return number;
  }

  /** A text frame as a client sends it (RFC 6455, 5.2), with a mask of zeros; below 64 KiB. */
  static byte[] framed(String text) {
    byte[] payload = bytes(text);
    boolean small = payload.length < 126;
    byte[] frame = new byte[payload.length + (small ? 6 : 8)];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | (small ? payload.length : 126));
    if (!small) {
      frame[2] = (byte) (payload.length >>> 8);
      frame[3] = (byte) payload.length;
    }
    System.arraycopy(payload, 0, frame, frame.length - payload.length, payload.length);
    return frame;
  }
}
