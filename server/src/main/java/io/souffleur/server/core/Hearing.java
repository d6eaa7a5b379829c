package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.text.Span;
import org.jspecify.annotations.Nullable;

/** What something that happens does to an item. Stateless. */
final class Hearing {

  /** How many places beyond those asked for an item remembers, should an edit take one away. */
  private static final int SPARE = 2;

  /** How many places too many of an {@code Avoid} are remembered. */
  private static final int BROKEN = 4;

  private Hearing() {}

  /**
   * The mark after {@code happening}, which brought the conversation to where {@code course} is.
   */
  static ItemMark heard(Rule.Item rule, ItemMark before, Happening happening, Course course) {
    boolean opens = Gate.opens(rule, before, happening, course);
    ItemMark mark =
        looksBack(
            rule,
            before,
            opens
                ? Gate.opened(rule, before, happening, course)
                : Gate.closed(rule, before, happening, course));
    if (!listens(rule, mark, course)) {
      return mark;
    }
    ItemMark after =
        switch (rule.requirement()) {
          case Requirement.Say say -> said(say, mark, happening, course, opens);
          case Requirement.Avoid avoid -> {
            Span shown = happening.shows(avoid.what());
            yield mark.said(places(avoid, mark, happening, shown, course), null);
          }
        };
    return looksBack(rule, after, Gate.closed(rule, after, happening, course));
  }

  /** The mark {@code after}; whether it was said lately does not depend on whether it applies. */
  private static ItemMark looksBack(Rule.Item rule, ItemMark before, ItemMark after) {
    return rule.requirement() instanceof Requirement.Say say && say.looksBack()
        ? after.passed(before.passed())
        : after;
  }

  /**
   * Whether what is said now is remembered. What must be said may be said before the condition
   * holds; what must not be said is only wrong while it does.
   */
  private static boolean listens(Rule.Item rule, ItemMark mark, Course course) {
    if (mark.opened() != null) {
      return true;
    }
    boolean early = rule.requirement() instanceof Requirement.Say && Rules.changes(rule.only());
    return switch (rule.applies()) {
      case Applies.Always always -> early;
      case Applies.FromStage(Stage from) -> early && course.stage().compareTo(from) >= 0;
      case Applies.Once once -> false;
    };
  }

  private static ItemMark said(
      Requirement.Say say, ItemMark mark, Happening happening, Course course, boolean opens) {
    Mention firstBefore = mark.around() == null ? null : mark.around().first();
    Mention first = first(say, firstBefore, happening, course);
    Span shown = shown(say, firstBefore, first, happening);
    Mention places = places(say, mark, happening, shown, course);
    Mention tooSoon = tooSoon(say, mark, places, shown, happening);
    boolean alone = first == null && tooSoon == null;
    ItemMark after = mark.said(places, alone ? null : new Around(first, tooSoon));
    if (say.looksBack() && shown != null && !happening.edited()) {
      after = after.passed(0);
    }
    if (!happening.isOneMoreOfAgent()) {
      return after;
    }
    ItemMark row =
        say.notInARow().isPresent() ? after.inARow(shown != null ? after.inARow() + 1 : 0) : after;
    boolean passes =
        say.looksBack()
            ? shown == null
            : say.due() instanceof Due.WithinMessages
                && row.opened() != null
                && !opens
                && !ItemJudge.saidEnough(say, row);
    return passes ? row.passed(row.passed() + 1) : row;
  }

  private static @Nullable Mention places(
      Requirement requirement,
      ItemMark mark,
      Happening happening,
      @Nullable Span shown,
      Course course) {
    int most =
        switch (requirement) {
          case Requirement.Say say -> say.atMost().orElse(say.times()) + SPARE;
          case Requirement.Avoid avoid -> avoid.allowed() + BROKEN;
        };
    return Mention.after(
        mark.said(), happening, shown, Gate.counts(requirement, course) ? most : 0);
  }

  /** Where that was said which must come first. */
  private static @Nullable Mention first(
      Requirement.Say say, @Nullable Mention before, Happening happening, Course course) {
    return say.after().isEmpty()
        ? null
        : Mention.after(
            before,
            happening,
            happening.shows(say.after().get()),
            Gate.counts(say, course) ? 1 : 0);
  }

  /** Where it is said so that it counts. */
  private static @Nullable Span shown(
      Requirement.Say say,
      @Nullable Mention firstBefore,
      @Nullable Mention first,
      Happening happening) {
    if (say.after().isEmpty()) {
      return happening.shows(say.what());
    }
    if (first == null) {
      return null;
    }
    boolean inOneBreath = firstBefore == null || first.isIn(happening.key());
    return inOneBreath
        ? happening.showsBehind(first.start(), say.what())
        : happening.shows(say.what());
  }

  /** Where that was said which should have waited; null while it has not come, or has waited. */
  private static @Nullable Mention tooSoon(
      Requirement.Say say,
      ItemMark mark,
      @Nullable Mention places,
      @Nullable Span shown,
      Happening happening) {
    Mention before = mark.around() == null ? null : mark.around().tooSoon();
    if (!(say.due() instanceof Due.Before due)
        || mark.opened() == null
        || (before != null && !before.isIn(happening.key()))) {
      return before;
    }
    Span other = happening.shows(due.other());
    boolean inTime =
        other == null
            || (saidBefore(places, happening, other) >= say.times()
                && wasLately(due, mark, shown, other));
    return other == null || inTime ? null : Mention.of(happening, other, null);
  }

  /** Whether it was said in one of the latest messages, or just before {@code other}. */
  private static boolean wasLately(
      Due.Before due, ItemMark mark, @Nullable Span shown, Span other) {
    return due.lately().isEmpty()
        || mark.passed() < due.lately().getAsInt()
        || (shown != null && shown.start() < other.start());
  }

  /** How many places lie before {@code other}, which lies in {@code happening}. */
  private static int saidBefore(@Nullable Mention places, Happening happening, Span other) {
    int count = 0;
    for (Mention each = places; each != null; each = each.earlier()) {
      count += !each.isIn(happening.key()) || each.start() < other.start() ? 1 : 0;
    }
    return count;
  }

  /** Whether {@code message}, after which the item is {@code mark}, says it once too often. */
  static boolean isBroken(Requirement.Avoid avoid, ItemMark mark, Message message) {
    int count = Mention.count(mark.said());
    return count > avoid.allowed()
        && (Mention.in(mark.said(), message.key()) || count == avoid.allowed() + BROKEN);
  }

  /** Whether it was just said once more than is allowed. */
  static boolean breaks(Requirement.Avoid avoid, ItemMark before, ItemMark after) {
    int count = Mention.count(after.said());
    return count > avoid.allowed() && count > Mention.count(before.said());
  }
}
