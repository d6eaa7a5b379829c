package io.souffleur.server.core.rule;

import java.time.Duration;

/** How long a timer may run. */
public sealed interface Limit {

  /** Always the same. */
  record Fixed(Duration duration) implements Limit {}

  /**
   * The length the agent announced: the value of the cue that started the timer, plus a grace. A
   * start without a value does not start the timer.
   */
  record Announced(Duration grace) implements Limit {}
}
