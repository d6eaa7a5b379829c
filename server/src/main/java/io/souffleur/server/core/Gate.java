package io.souffleur.server.core;

import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a rule applies. Stateless. */
final class Gate {

  private Gate() {}

  static ItemMark atStart(Rule.Item rule, Course course) {
    Instant at = course.facts().started();
    boolean applies =
        switch (rule.applies()) {
          case Applies.Always always -> true;
          case Applies.Once once -> false;
          case Applies.FromStage(Stage stage) -> stage == Stage.OPENING;
        };
    ItemMark fresh = ItemMark.fresh(at);
    return applies && course.holds(rule.only())
        ? fresh.opened(at, schedule(rule, at, course))
        : fresh;
  }

  /** When a rule that applies from {@code start} on comes due, where a calendar says so. */
  private static @Nullable Schedule schedule(Rule.Item rule, Instant start, Course course) {
    return rule.requirement() instanceof Requirement.Say say
            && say.due() instanceof Due.ByCalendar(Limit.ByCalendar limit, double atRisk)
        ? Schedule.of(limit, atRisk, start, course)
        : null;
  }

  /** Whether {@code happening} opens the rule. */
  static boolean opens(Rule.Item rule, ItemMark mark, Happening happening, Course course) {
    if (!counts(rule.requirement(), course)) {
      return false;
    }
    boolean opens =
        switch (rule.applies()) {
          case Applies.Always always -> mark.opened() == null;
          case Applies.FromStage(Stage from) ->
              mark.opened() == null && course.stage().compareTo(from) >= 0;
          case Applies.Once(Sought trigger, boolean everyTime) ->
              happening.shows(trigger) != null
                  && (mark.opened() == null
                      || (everyTime && !happening.edited() && isOver(rule.requirement(), mark)));
        };
    return opens && course.holds(rule.only());
  }

  /** The mark once {@code happening} has opened the rule. */
  static ItemMark opened(Rule.Item rule, ItemMark mark, Happening happening, Course course) {
    Span trigger =
        rule.applies() instanceof Applies.Once once ? happening.shows(once.trigger()) : null;
    Schedule schedule = schedule(rule, happening.at(), course);
    return trigger == null
        ? mark.opened(happening.at(), schedule)
        : mark.opened(happening.at(), schedule, Mention.of(happening, trigger, null));
  }

  /** Whether an opening is over, so that the next trigger opens the rule again. */
  private static boolean isOver(Requirement requirement, ItemMark mark) {
    return switch (requirement) {
      case Requirement.Avoid avoid -> false;
      case Requirement.Say say ->
          mark.state() == ItemState.MISSED || ItemJudge.saidEnough(say, mark);
    };
  }

  /** The mark once the rule has ceased to apply; the same mark where it applies, or is decided. */
  static ItemMark closed(Rule.Item rule, ItemMark mark, Happening happening, Course course) {
    return mark.opened() == null
            || course.holds(rule.only())
            || isDecided(rule, mark, happening.at(), course)
        ? mark
        : mark.closed();
  }

  private static boolean isDecided(Rule.Item rule, ItemMark mark, Instant now, Course course) {
    boolean said =
        rule.requirement() instanceof Requirement.Say say && ItemJudge.saidEnough(say, mark);
    return said || ItemJudge.judge(rule, mark, now, course, false) == ItemState.MISSED;
  }

  /** Whether what is said in the message that is being heard counts at all. */
  static boolean counts(Requirement requirement, Course course) {
    return requirement.until().isEmpty()
        || course.before().compareTo(requirement.until().get()) <= 0;
  }
}
