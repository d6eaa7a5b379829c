package io.souffleur.server.core;

import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares how the items stand before and after a draft is sent. For one thread and one draft.
 *
 * <p>What is left out is told sparingly, since an agent who types is busy: of rules that prompt, or
 * for which the house has written what to say about a draft; of rules that only nudge, in a draft
 * that takes leave; of rules that only tick, never; nor of a rule that the agent called wrong.
 */
final class DraftJudge {

  private static final EnumSet<CueName> TAKES_LEAVE = EnumSet.of(CueName.FAREWELL);

  private final State before;
  private final State after;
  private final List<ItemMark> standing;
  private final Message draft;
  private final @Nullable Span closing;
  private final @Nullable Span entering;
  private final boolean takesLeave;

  /**
   * A judge of one draft.
   *
   * @param before the conversation at the instant of the draft
   * @param after the same, had the draft been sent
   */
  DraftJudge(State before, State after, Message draft) {
    this.before = before;
    this.after = after;
    this.standing = before.marks().items();
    this.draft = draft;
    this.closing = span(Progress.first(draft, Progress.AGENT_CLOSES));
    Mention by = after.progress().enteredBy();
    this.entering = by != null && by.isIn(draft.key()) ? by.evidence().span() : closing;
    this.takesLeave = Progress.first(draft, TAKES_LEAVE) != null;
  }

  private static @Nullable Span span(@Nullable Cue cue) {
    return cue == null ? null : cue.span();
  }

  Draft judge() {
    List<RuleId> ticks = new ArrayList<>();
    List<Draft.Break> breaks = new ArrayList<>();
    List<Draft.Gap> gaps = new ArrayList<>();
    List<Rule.Item> rules = after.checklist().map(Checklist::items).orElse(List.of());
    List<ItemMark> marks = after.marks().items();
    for (int i = 0; i < rules.size(); i++) {
      Rule.Item rule = rules.get(i);
      ItemMark mark = marks.get(i);
      ItemState was = stateBefore(rule.id());
      if (mark.state() == ItemState.DONE && was != ItemState.DONE) {
        ticks.add(rule.id());
      }
      switch (rule.requirement()) {
        case Requirement.Avoid avoid -> {
          if (Hearing.isBroken(avoid, mark, draft)) {
            breaks.addAll(breaks(rule, avoid.what()));
          }
        }
        case Requirement.Say say -> {
          if (ItemJudge.saidTooOften(say, mark) && was != ItemState.MISSED) {
            breaks.addAll(breaks(rule, say.what()));
          } else if (leavesOut(say, was, mark) && worthTelling(rule)) {
            gaps.add(new Draft.Gap(rule, Optional.ofNullable(closing(mark))));
          }
        }
      }
    }
    return new Draft(ticks, breaks, gaps);
  }

  private ItemState stateBefore(RuleId id) {
    int place = before.checklist().map(checklist -> checklist.rules().placeOfItem(id)).orElse(-1);
    return place < 0 ? ItemState.NOT_APPLICABLE : standing.get(place).state();
  }

  private List<Draft.Break> breaks(Rule.Item rule, Sought what) {
    return switch (what) {
      case CueTest test ->
          draft.words(test) == null
              ? List.of()
              : draft.cues().stream()
                  .filter(cue -> test.matches(cue, draft.author(), draft.time()))
                  .map(cue -> new Draft.Break(rule, cue))
                  .toList();
      case Occurrence wordless -> List.of();
    };
  }

  /** The words by which the time of something left out comes. */
  private @Nullable Span closing(ItemMark mark) {
    Around around = mark.around();
    if (around != null && around.tooSoon() != null) {
      return around.tooSoon().evidence().span();
    }
    Mention trigger = mark.trigger();
    return trigger != null && asksForIt(mark) ? trigger.evidence().span() : entering;
  }

  /** Whether it comes due by this very message, and would still be missing. */
  private boolean leavesOut(Requirement.Say say, ItemState was, ItemMark mark) {
    boolean tooLate = mark.state() == ItemState.MISSED && was != ItemState.MISSED;
    if (say.what() instanceof Occurrence || (!tooLate && ItemJudge.saidEnough(say, mark))) {
      return false;
    }
    return switch (mark.state()) {
      case MISSED -> tooLate;
      case AT_RISK ->
          asksForIt(mark)
              || (say.due() instanceof Due.FromStage && (comesDue(was) || closing != null));
      case NOT_APPLICABLE, PENDING, DONE -> false;
    };
  }

  /** Whether the draft itself makes the rule apply, as a wait does for its length. */
  private boolean asksForIt(ItemMark mark) {
    return mark.trigger() != null && mark.trigger().isIn(draft.key());
  }

  private boolean comesDue(ItemState was) {
    return was != ItemState.AT_RISK && after.progress().stage() != before.progress().stage();
  }

  private boolean worthTelling(Rule.Item rule) {
    if (calledWrong(rule.id())) {
      return false;
    }
    if (rule.drafting().isPresent()) {
      return true;
    }
    Optional<Severity> insistence = rule.prompting().flatMap(Prompting::atRisk);
    return insistence.isPresent() && (takesLeave || insistence.get() != Severity.NUDGE);
  }

  private boolean calledWrong(RuleId id) {
    return before.marks().hints().stream()
        .anyMatch(hint -> hint.rule().equals(id) && hint.answer() == HintMark.Answer.WRONG);
  }
}
