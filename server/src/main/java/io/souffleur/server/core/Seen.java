package io.souffleur.server.core;

import io.souffleur.server.core.conversation.MessageId;
import java.util.Arrays;

/**
 * Which messages were seen lately, by a hash of their keys: enough to tell a correction of a
 * message from a first version that a channel numbered above 0.
 */
final class Seen {

  private static final int MOST = 32;
  private static final Seen NOTHING = new Seen(new int[0]);

  private final int[] hashes;

  private Seen(int[] hashes) {
    this.hashes = hashes;
  }

  static Seen nothing() {
    return NOTHING;
  }

  /** What {@link #hashes} gave. */
  static Seen of(int[] hashes) {
    return hashes.length == 0 ? NOTHING : new Seen(hashes.clone());
  }

  int[] hashes() {
    return hashes.clone();
  }

  Seen with(MessageId message) {
    int drop = hashes.length == MOST ? 1 : 0;
    int[] next = Arrays.copyOfRange(hashes, drop, hashes.length + 1);
    next[next.length - 1] = message.key().hashCode();
    return new Seen(next);
  }

  /**
   * Whether {@code message} may have been seen: certain while few messages were, assumed once older
   * ones are forgotten.
   */
  boolean mayKnow(MessageId message) {
    if (hashes.length == MOST) {
      return true;
    }
    int hash = message.key().hashCode();
    for (int each : hashes) {
      if (each == hash) {
        return true;
      }
    }
    return false;
  }
}
