package io.souffleur.server.http;

import jakarta.websocket.MessageHandler;

/**
 * Puts the parts of a text frame together, and throws away what exceeds the limit while it is being
 * read: a frame of any length costs no more memory than the longest allowed.
 */
final class TextFrames implements MessageHandler.Partial<String> {
  private final int limit;
  private final Peer peer;
  private final Runnable heard;
  private final StringBuilder frame = new StringBuilder();
  private long bytes;

  TextFrames(int limit, Peer peer, Runnable heard) {
    this.limit = limit;
    this.peer = peer;
    this.heard = heard;
  }

  @Override
  public void onMessage(String part, boolean last) {
    heard.run();
    bytes += utf8Length(part);
    if (last && frame.isEmpty() && bytes <= limit) {
      bytes = 0;
      peer.frame(part);
      return;
    }
    frame.append(part, 0, Math.min(part.length(), limit - frame.length()));
    if (last) {
      String text = frame.toString();
      boolean fits = bytes <= limit;
      bytes = 0;
      frame.setLength(0);
      frame.trimToSize();
      if (fits) {
        peer.frame(text);
      } else {
        peer.tooLarge(text);
      }
    }
  }

  private static long utf8Length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        // Each half of a surrogate pair counts two of the pair's four bytes.
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes += 1;
      }
    }
    return bytes;
  }
}
