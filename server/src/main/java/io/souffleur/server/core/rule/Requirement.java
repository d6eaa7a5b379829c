package io.souffleur.server.core.rule;

import java.util.OptionalInt;

/** What a rule asks for. */
public sealed interface Requirement {

  /** What decides. */
  CueTest cue();

  /**
   * Say it.
   *
   * @param times how many messages must say it; two mentions in one message count once
   * @param due when it comes due
   * @param notInARow a count of messages in a row that is too many ("not in every message")
   */
  record Say(CueTest cue, int times, Due due, OptionalInt notInARow) implements Requirement {
    public Say {
      if (times < 1) {
        throw new IllegalArgumentException("times is at least 1: " + times);
      }
    }
  }

  /** Never say it. Stays pending while kept, done at the end; missed as soon as it is said. */
  record Avoid(CueTest cue) implements Requirement {}
}
