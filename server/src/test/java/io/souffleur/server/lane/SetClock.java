package io.souffleur.server.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A machine's two clocks: one that can be set, one that only goes on. */
final class SetClock {
  private final AtomicReference<Instant> wall;
  private final AtomicLong nanos = new AtomicLong(-7);

  SetClock(Instant now) {
    this.wall = new AtomicReference<>(now);
  }

  /** What a server that starts now takes for the time. */
  HouseTime houseTime() {
    return new SteadyTime(wall::get, nanos::get);
  }

  Instant wall() {
    return wall.get();
  }

  void pass(Duration time) {
    wall.updateAndGet(now -> now.plus(time));
    nanos.addAndGet(time.toNanos());
  }

  void set(Duration by) {
    wall.updateAndGet(now -> now.plus(by));
  }
}
