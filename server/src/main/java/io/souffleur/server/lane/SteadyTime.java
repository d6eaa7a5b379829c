package io.souffleur.server.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts with the wall clock and from there on goes by the clock that nobody can set. When the wall
 * clock is set, running durations go on as they were; the wall clock's new time is taken up by the
 * next start.
 */
public final class SteadyTime implements HouseTime {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyTime.class);

  /** Between two readings, and from small corrections of the wall clock. */
  private static final Duration NOTHING = Duration.ofSeconds(1);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private final Instant start;
  private final long startNanos;

  /** How far this time was ahead of the wall clock when that was looked at last. */
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  SteadyTime(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.start = wall.instant();
    this.startNanos = nanos.getAsLong();
  }

  /** Goes with this machine's clocks. */
  public static SteadyTime ofTheMachine() {
    return new SteadyTime(Clock.systemUTC(), System::nanoTime);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos.getAsLong() - startNanos);
  }

  /**
   * A channel's clock may have been set together with this machine's, or be one that was right all
   * along: what it tells is taken for what comes nearer to now.
   */
  @Override
  public Instant at(Instant told) {
    Instant now = instant();
    Duration gap = Duration.between(wall.instant(), now);
    Duration before = ahead.getAndSet(gap);
    if (gap.minus(before).abs().compareTo(NOTHING) > 0) {
      LOG.warn(
          "the machine's clock was set by {}: conversations go on in the time they had, until the"
              + " next start",
          before.minus(gap));
    }
    if (gap.abs().compareTo(NOTHING) <= 0) {
      return told;
    }
    Instant moved = told.plus(gap);
    Duration asTold = Duration.between(told, now).abs();
    return Duration.between(moved, now).abs().compareTo(asTold) < 0 ? moved : told;
  }
}
