package io.souffleur.server.lane;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which conversations are coached. It never goes backwards, and an hour of it is an
 * hour, whatever becomes of the machine's clock. Safe for use by any thread.
 */
@FunctionalInterface
public interface HouseTime extends InstantSource {
  /** What the house's time was at an instant of which a channel tells, by the clock it has. */
  default Instant at(Instant told) {
    return told;
  }
}
