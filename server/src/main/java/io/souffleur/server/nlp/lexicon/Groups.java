package io.souffleur.server.nlp.lexicon;

import java.util.Map;

/**
 * The groups of words of one language: which word is in which, one bit a group. Immutable; safe for
 * use by any thread.
 */
public final class Groups {

  /** At most this many, one bit of a long each. */
  static final int MOST = 64;

  private final Map<String, Long> bits;
  private final long[] of;

  /**
   * @param of the groups of each word of the vocabulary
   */
  Groups(Map<String, Long> bits, long[] of) {
    this.bits = Map.copyOf(bits);
    this.of = of;
  }

  /** No groups at all, over a vocabulary of {@code size} words. */
  static Groups none(int size) {
    return new Groups(Map.of(), new long[size]);
  }

  /** The groups of a word of the vocabulary, one bit each. */
  long of(int id) {
    return of[id];
  }

  /**
   * The bit of a group.
   *
   * @throws IllegalArgumentException when there is no such group
   */
  public long bit(String name) {
    Long bit = bits.get(name);
    if (bit == null) {
      throw new IllegalArgumentException("there is no group “@" + name + "”");
    }
    return bit;
  }

  long openers() {
    return bits.getOrDefault("opener", 0L);
  }

  /** Words that the next one is typed against without a space. */
  long glued() {
    return bits.getOrDefault("glued", 0L);
  }

  /** Words that are typed against the one before without a space. */
  long gluedBehind() {
    return bits.getOrDefault("glued-behind", 0L);
  }

  long closers() {
    return bits.getOrDefault("closer", 0L);
  }

  /** Words behind which even one with a capital goes on: "called Hope". */
  long binding() {
    return bits.getOrDefault("name-blocker", 0L);
  }
}
