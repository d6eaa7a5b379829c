package io.souffleur.server.core;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.RuleId;
import java.util.List;

/**
 * What sending a draft would do.
 *
 * @param ticks the items it would tick, in the order of the checklist
 * @param breaks what it says that had better not be said, in the order of the checklist, then of
 *     the text
 */
public record Draft(List<RuleId> ticks, List<Break> breaks) {

  public Draft {
    ticks = List.copyOf(ticks);
    breaks = List.copyOf(breaks);
  }

  /**
   * Words that break a rule.
   *
   * @param item the rule
   * @param cue the words, and what to say instead where the cue's value tells
   */
  public record Break(RuleId item, Cue cue) {}
}
