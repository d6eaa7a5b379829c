package io.souffleur.server.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The events of one conversation, by 64-bit hashes: tells a repeated one from a new one without
 * keeping either. For one thread.
 */
final class Fingerprints {

  private static final int FIRST_ROOM = 16;
  private static final long NONE = 0;

  private long[] keys = new long[FIRST_ROOM];
  private long[] bodies = new long[FIRST_ROOM];
  private int size;
  private final Map<String, Integer> revised = new HashMap<>(0);

  /** What an event is, compared with what came before. */
  enum Judgement {
    FRESH,
    REPEATED,
    CONFLICT,
    STALE
  }

  /** Judges an event and, when it is fresh, remembers it. */
  Judgement judge(String id, int revision, String body) {
    long key = nonZero(hash(id, revision));
    int at = slot(keys, key);
    long content = hash(body, 0);
    if (keys[at] == key) {
      return bodies[at] == content ? Judgement.REPEATED : Judgement.CONFLICT;
    }
    if (revision < revised.getOrDefault(id, 0)) {
      return Judgement.STALE;
    }
    if (revision > 0) {
      revised.put(id, revision);
    }
    keys[at] = key;
    bodies[at] = content;
    size++;
    if (size * 2 > keys.length) {
      grow();
    }
    return Judgement.FRESH;
  }

  /** How many events were fresh. */
  int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldBodies = bodies;
    keys = new long[oldKeys.length * 2];
    bodies = new long[keys.length];
    Arrays.fill(keys, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int at = slot(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        bodies[at] = oldBodies[i];
      }
    }
  }

  /** Where {@code key} is, or where it belongs. */
  private static int slot(long[] table, long key) {
    int mask = table.length - 1;
    int at = (int) (key ^ (key >>> 32)) & mask;
    while (table[at] != NONE && table[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static long nonZero(long hash) {
    return hash == NONE ? 1 : hash;
  }

  /** FNV-1a over the UTF-16 code units, finished as in SplitMix64. */
  private static long hash(String text, int salt) {
    long hash = 0xcbf29ce484222325L ^ salt;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
