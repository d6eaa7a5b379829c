package io.souffleur.server.desk;

import java.time.Duration;

/**
 * How much one desk may ask for.
 *
 * @param hello how long it may take to show its ticket
 * @param conversations how many it may watch at once
 * @param burst how many frames it may send at once
 * @param perSecond how many frames it may send in the long run
 * @param coalesce from how many waiting characters on it gets no more updates of a conversation,
 *     but a snapshot once it has caught up
 */
public record DeskLimits(
    Duration hello, int conversations, int burst, int perSecond, int coalesce) {

  /** What the contract says, and room for the busiest agent. */
  public static DeskLimits standard() {
    return new DeskLimits(Duration.ofSeconds(5), 64, 400, 100, 64 * 1024);
  }
}
