package io.souffleur.server.desk;

/** Counts frames against what one desk may send (a token bucket). For one thread. */
final class FrameRate {
  private static final double NANOS = 1e9;

  private final DeskLimits limits;
  private double left;
  private long last;

  FrameRate(DeskLimits limits, long nanos) {
    this.limits = limits;
    this.left = limits.burst();
    this.last = nanos;
  }

  /** Whether one more frame is within bounds. */
  boolean allows(long nanos) {
    left = Math.min(limits.burst(), left + (nanos - last) / NANOS * limits.perSecond());
    last = nanos;
    left -= 1;
    return left >= 0;
  }
}
