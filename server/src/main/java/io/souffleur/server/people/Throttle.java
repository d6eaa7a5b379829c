package io.souffleur.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/**
 * Slows down who tries often: after some attempts that are free, each has to wait twice as long as
 * the one before. An attempt counts when it begins, so that many at once gain nothing. For any
 * thread.
 */
final class Throttle {
  private static final int MOST = 10_000;

  private static final class Count {
    private int attempts;
    private Instant next = Instant.MIN;
    private Instant last = Instant.MIN;
  }

  private final InstantSource clock;
  private final int free;
  private final Duration longest;
  private final LinkedHashMap<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A throttle that has seen nobody.
   *
   * @param free how many attempts need not wait
   * @param longest how long an attempt waits at most; after twice as long without one, all is
   *     forgotten
   */
  Throttle(InstantSource clock, int free, Duration longest) {
    this.clock = clock;
    this.free = free;
    this.longest = longest;
  }

  /** Begins an attempt; how long it has to wait first, zero when it may go on. */
  synchronized Duration begin(String who) {
    Instant now = clock.instant();
    Count count = counts.computeIfAbsent(who, name -> new Count());
    if (counts.size() > MOST) {
      counts.pollFirstEntry();
    }
    if (count.next.isAfter(now)) {
      return Duration.between(now, count.next);
    }
    if (count.attempts > 0 && count.last.plus(longest.multipliedBy(2)).isBefore(now)) {
      count.attempts = 0;
    }
    count.attempts++;
    count.last = now;
    if (count.attempts >= free) {
      int doublings = Math.min(count.attempts - free, 20);
      Duration wait = Duration.ofSeconds(1L << doublings);
      count.next = now.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }
    return Duration.ZERO;
  }

  /** Forgets somebody, whose attempt went well. */
  synchronized void forget(String who) {
    counts.remove(who);
  }

  /** Takes one attempt back, which went well, and leaves those before it. */
  synchronized void forgive(String who) {
    Count count = counts.get(who);
    if (count != null && count.attempts > 0) {
      count.attempts--;
      count.next = Instant.MIN;
    }
  }
}
