package io.souffleur.link;

import io.souffleur.wire.ReturnHint;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each a random part of a length that doubles, so that many links that
 * lost one server don't come back at one moment (full jitter). For one thread.
 */
final class Pauses {

  private final long first;
  private final long longest;
  private final long refused;
  private final RandomGenerator random;
  private long length;
  private Optional<Duration> named = Optional.empty();

  Pauses(Duration first, Duration longest, Duration refused, RandomGenerator random) {
    this.first = first.toNanos();
    this.longest = longest.toNanos();
    this.refused = refused.toNanos();
    this.random = random;
    reset();
  }

  /** The next pause, in nanoseconds; at least 1. */
  long next() {
    if (named.isPresent()) {
      long pause = named.get().toNanos();
      named = Optional.empty();
      return Math.max(1, pause);
    }
    long pause = 1 + random.nextLong(length);
    length = length > longest / 2 ? longest : length * 2;
    return pause;
  }

  /** The server names the next pause: it knows who else comes back. */
  void name(ReturnHint hint) {
    named = Optional.of(hint.in());
  }

  /** The pause after the key was refused, in nanoseconds: never short, and no two links' alike. */
  long refused() {
    return refused - random.nextLong(refused / 2 + 1);
  }

  /** The line was good: the next pause is a first one again. */
  void reset() {
    length = Math.min(first, longest);
  }
}
