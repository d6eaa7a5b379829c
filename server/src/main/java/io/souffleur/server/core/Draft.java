package io.souffleur.server.core;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What sending a draft would do.
 *
 * @param ticks the items it would tick, in the order of the checklist
 * @param breaks what it says that had better not be said, in the order of the checklist, then of
 *     the text
 * @param gaps what it leaves out although its time has come, in the order of the checklist
 */
public record Draft(List<RuleId> ticks, List<Break> breaks, List<Gap> gaps) {

  public Draft {
    ticks = List.copyOf(ticks);
    breaks = List.copyOf(breaks);
    gaps = List.copyOf(gaps);
  }

  /** A draft that would do nothing. */
  static Draft none() {
    return new Draft(List.of(), List.of(), List.of());
  }

  /**
   * Words that break a rule.
   *
   * @param item the rule
   * @param cue the words, and what to say instead where the cue's value tells
   */
  public record Break(Rule.Item item, Cue cue) {}

  /**
   * Something that would still be missing once the draft is sent, and had to be said by then.
   *
   * @param item the rule
   * @param closing the words of the draft by which its time comes; empty when it comes by the mere
   *     number of messages
   */
  public record Gap(Rule.Item item, Optional<Span> closing) {}
}
