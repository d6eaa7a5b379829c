package io.souffleur.server.core.rule;

import java.util.OptionalInt;

/** What a rule asks for. */
public sealed interface Requirement {

  /** What decides. */
  CueTest cue();

  /**
   * Say it. Done once enough messages have said it, however late; if an edit takes one away it is
   * open again. Two messages more than asked for are remembered against that case, later ones
   * change nothing.
   *
   * @param times how many messages must say it; two mentions in one message count once
   * @param due when it comes due
   * @param notInARow how many of the agent's messages in a row are too many ("not in every
   *     message"): from that one on a done item is at risk, until a message without it. No hint
   *     comes of it, since the hint's words ask for the contrary; at the end the item is done.
   */
  record Say(CueTest cue, int times, Due due, OptionalInt notInARow) implements Requirement {
    public Say {
      if (times < 1) {
        throw new IllegalArgumentException("times is at least 1: " + times);
      }
    }
  }

  /**
   * Never say it. Stays pending while kept, done at the end; missed as soon as it is said, and
   * pending again once edits have taken every place away. Four places are remembered.
   */
  record Avoid(CueTest cue) implements Requirement {}
}
