package io.souffleur.server.lane;

import java.time.Duration;
import java.time.Instant;

/** Stands still until it is moved. */
final class MovedClock implements HouseTime {

  private volatile Instant now;

  MovedClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void to(Instant instant) {
    now = instant;
  }

  void forward(Duration time) {
    to(now.plus(time));
  }
}
