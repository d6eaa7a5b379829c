package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Stage;
import java.util.Optional;
import java.util.OptionalInt;

/** What a rule asks for. */
public sealed interface Requirement {

  /** What decides. */
  Sought what();

  /**
   * The last stage in which it counts: what is said in the messages after the one that left it
   * counts neither for nor against. Empty: to the end.
   */
  Optional<Stage> until();

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
   * @param atMost how many messages may say it; with one more it is missed
   * @param after what must have been said before it, in an earlier message or earlier in the same
   *     text, for it to count; what has counted goes on counting should an edit take that away
   * @param until as above; once the conversation is past that stage without it, it is missed
   */
  record Say(
      Sought what,
      int times,
      Due due,
      OptionalInt notInARow,
      OptionalInt atMost,
      Optional<Sought> after,
      Optional<Stage> until)
      implements Requirement {
    public Say {
      if (times < 1) {
        throw new IllegalArgumentException("times is at least 1: " + times);
      }
      if (atMost.isPresent() && atMost.getAsInt() < times) {
        throw new IllegalArgumentException(
            "at least " + times + " and at most " + atMost.getAsInt());
      }
    }

    /** Whether it counts only if it was said lately. */
    public boolean looksBack() {
      return due instanceof Due.Before before && before.lately().isPresent();
    }

    /** Say it so often, by then. */
    public static Say of(Sought what, int times, Due due) {
      return new Say(
          what,
          times,
          due,
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same; so many of the agent's messages in a row are too many. */
    public Say notInARow(int tooMany) {
      return new Say(what, times, due, OptionalInt.of(tooMany), atMost, after, until);
    }

    /** The same, but not in more messages than that. */
    public Say atMost(int messages) {
      return new Say(what, times, due, notInARow, OptionalInt.of(messages), after, until);
    }

    /** The same, counted only after {@code other}. */
    public Say after(Sought other) {
      return new Say(what, times, due, notInARow, atMost, Optional.of(other), until);
    }

    /** The same, counted up to {@code stage}. */
    public Say until(Stage stage) {
      return new Say(what, times, due, notInARow, atMost, after, Optional.of(stage));
    }
  }

  /**
   * Say it no more than so often. Stays pending while kept, done at the end or once the stage it
   * counts in is past; missed as soon as it is said once too often, and pending again once edits
   * have taken that away. Four places beyond those allowed are remembered.
   *
   * @param allowed how many messages may say it; 0: never
   */
  record Avoid(Sought what, int allowed, Optional<Stage> until) implements Requirement {
    public Avoid {
      if (allowed < 0) {
        throw new IllegalArgumentException("allowed is at least 0: " + allowed);
      }
    }

    /** Never say it. */
    public static Avoid never(Sought what) {
      return new Avoid(what, 0, Optional.empty());
    }
  }
}
