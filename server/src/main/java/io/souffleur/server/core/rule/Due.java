package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When something that must be said comes due: at risk from then on if it is still missing, missed
 * when the chance has passed.
 */
public sealed interface Due {

  /**
   * Within the agent's next messages, counted from the moment the rule applies; the message that
   * makes it apply is not one of them. At risk once {@code atRisk} of them have passed while it is
   * not done (0: at once); missed once {@code messages} have passed. Said later than that, it is
   * ticked all the same. Edits, notes and a bot's messages do not pass.
   */
  record WithinMessages(int atRisk, int messages) implements Due {
    public WithinMessages {
      if (atRisk < 0 || messages < 1 || atRisk > messages) {
        throw new IllegalArgumentException("at risk " + atRisk + " of " + messages + " messages");
      }
    }
  }

  /** At risk from the stage on; missed at the end of the conversation. */
  record FromStage(Stage stage) implements Due {}

  /** At risk after {@code atRisk}, missed after {@code limit}, both from when the rule applies. */
  record Within(Duration atRisk, Duration limit) implements Due {
    public Within {
      if (atRisk.isNegative() || atRisk.compareTo(limit) > 0) {
        throw new IllegalArgumentException("at risk after " + atRisk + ", late after " + limit);
      }
    }
  }

  /**
   * At risk after a share of the time that a calendar gives, missed after it, both from when the
   * rule applies.
   *
   * @param atRisk the share of the opening time, in (0, 1)
   */
  record ByCalendar(Limit.ByCalendar limit, double atRisk) implements Due {
    public ByCalendar {
      if (!(atRisk > 0 && atRisk < 1)) {
        throw new IllegalArgumentException("at risk from a share between 0 and 1: " + atRisk);
      }
    }
  }

  /**
   * Before {@code other} comes: at risk from the stage on, missed for good when {@code other} comes
   * first. What is said earlier in the same text is in time. When {@code other} never comes, it did
   * not apply after all. An edit that takes {@code other} away makes the item wait for the next
   * one.
   *
   * @param atRiskFrom empty: never at risk
   * @param lately in how many of the agent's latest messages it must have been said whenever {@code
   *     other} comes, the first time or again; what an edit adds is not lately said. Empty: any
   *     time before {@code other} first comes
   */
  record Before(Sought other, Optional<Stage> atRiskFrom, OptionalInt lately) implements Due {
    public Before {
      if (lately.isPresent() && lately.getAsInt() < 1) {
        throw new IllegalArgumentException("lately in " + lately.getAsInt() + " messages");
      }
    }
  }
}
