package io.souffleur.server.lane;

import io.souffleur.server.journal.Origin;
import java.util.Arrays;

/**
 * A conversation's event keys, by their hashes: says for sure that a key is new, and only maybe
 * that it is known, in four bytes a key. For one thread.
 */
final class KnownKeys {

  private static final int FIRST_ROOM = 8;

  private int[] sorted = new int[FIRST_ROOM];
  private int size;

  KnownKeys() {}

  /** Those whose {@link #hashes} these are. */
  KnownKeys(int[] hashes) {
    sorted = hashes.length == 0 ? new int[FIRST_ROOM] : hashes.clone();
    size = hashes.length;
    Arrays.sort(sorted, 0, size);
  }

  /** What is remembered of them. */
  int[] hashes() {
    return Arrays.copyOf(sorted, size);
  }

  boolean maybe(Origin origin, String key) {
    return Arrays.binarySearch(sorted, 0, size, hash(origin, key)) >= 0;
  }

  void add(Origin origin, String key) {
    int hash = hash(origin, key);
    int found = Arrays.binarySearch(sorted, 0, size, hash);
    if (found >= 0) {
      return;
    }
    int at = -found - 1;
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, size * 2);
    }
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = hash;
    size++;
  }

  private static int hash(Origin origin, String key) {
    return switch (origin) {
      case CHANNEL -> key.hashCode();
      case DESK -> ~key.hashCode();
      case SERVER -> Integer.reverse(key.hashCode());
    };
  }
}
