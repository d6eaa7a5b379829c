package io.souffleur.server;

import io.souffleur.server.lane.HouseTime;
import io.souffleur.server.lane.SteadyTime;
import java.time.Clock;

/**
 * What a server takes for the time.
 *
 * @param wall for whatever is written down or kept until some date
 * @param house for conversations, and for whoever watches them
 */
public record Clocks(Clock wall, HouseTime house) {
  /** Those of this machine. */
  public static Clocks ofTheMachine() {
    return new Clocks(Clock.systemUTC(), SteadyTime.ofTheMachine());
  }

  /** One that nobody sets but whoever made it. */
  public static Clocks of(Clock clock) {
    return new Clocks(clock, clock::instant);
  }
}
