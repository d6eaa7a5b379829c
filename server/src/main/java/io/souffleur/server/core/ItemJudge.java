package io.souffleur.server.core;

import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How an item stands. Stateless. */
final class ItemJudge {

  /** How many places of what must not be said are shown as evidence, beyond those allowed. */
  private static final int SHOWN = 4;

  private ItemJudge() {}

  /** How the item stands at {@code now}. */
  static ItemState judge(Rule.Item rule, ItemMark mark, Instant now, Course course, boolean ended) {
    if (mark.opened() == null && !waits(rule, course)) {
      return ItemState.NOT_APPLICABLE;
    }
    Stage stage = course.stage();
    return switch (rule.requirement()) {
      case Requirement.Avoid avoid -> judge(avoid, mark, ended || isPast(avoid, stage));
      case Requirement.Say say -> judge(say, mark, now, stage, ended);
    };
  }

  /** Whether a rule that does not apply yet has only to wait for its stage. */
  private static boolean waits(Rule.Item rule, Course course) {
    return rule.applies() instanceof Applies.FromStage(Stage from)
        && course.stage().compareTo(from) < 0
        && course.holds(rule.only());
  }

  private static ItemState judge(Requirement.Avoid avoid, ItemMark mark, boolean over) {
    if (Mention.count(mark.said()) > avoid.allowed()) {
      return ItemState.MISSED;
    }
    return over ? ItemState.DONE : ItemState.PENDING;
  }

  private static ItemState judge(
      Requirement.Say say, ItemMark mark, Instant now, Stage stage, boolean ended) {
    if (saidTooSoon(mark) || saidTooOften(say, mark)) {
      return ItemState.MISSED;
    }
    if (saidEnough(say, mark)) {
      return !ended && tooOftenInARow(say, mark) ? ItemState.AT_RISK : ItemState.DONE;
    }
    if (ended && say.due() instanceof Due.Before) {
      return ItemState.NOT_APPLICABLE;
    }
    if (ended || isPast(say, stage)) {
      return ItemState.MISSED;
    }
    Instant opened = mark.opened();
    return opened == null ? ItemState.PENDING : dueState(say.due(), mark, opened, now, stage);
  }

  private static boolean isPast(Requirement requirement, Stage stage) {
    return requirement.until().isPresent() && stage.compareTo(requirement.until().get()) > 0;
  }

  private static ItemState dueState(
      Due due, ItemMark mark, Instant opened, Instant now, Stage stage) {
    return switch (due) {
      case Due.WithinMessages(int atRisk, int messages) ->
          state(mark.passed() >= atRisk, mark.passed() >= messages);
      case Due.FromStage(Stage from) -> state(stage.compareTo(from) >= 0, false);
      case Due.Before(var other, Optional<Stage> from, var lately) ->
          state(from.isPresent() && stage.compareTo(from.get()) >= 0, false);
      case Due.Within within ->
          state(
              !now.isBefore(opened.plus(within.atRisk())),
              !now.isBefore(opened.plus(within.limit())));
      case Due.ByCalendar by -> {
        Schedule schedule = mark.schedule();
        yield schedule == null
            ? ItemState.PENDING
            : state(!now.isBefore(schedule.atRisk()), !now.isBefore(schedule.deadline()));
      }
    };
  }

  private static ItemState state(boolean atRisk, boolean missed) {
    return missed ? ItemState.MISSED : atRisk ? ItemState.AT_RISK : ItemState.PENDING;
  }

  static boolean saidEnough(Requirement.Say say, ItemMark mark) {
    return Mention.count(mark.said()) >= say.times();
  }

  /** Whether something came first that should have waited. */
  private static boolean saidTooSoon(ItemMark mark) {
    return mark.around() != null && mark.around().tooSoon() != null;
  }

  /** Whether one message too many says it. */
  static boolean saidTooOften(Requirement.Say say, ItemMark mark) {
    return say.atMost().isPresent() && Mention.count(mark.said()) > say.atMost().getAsInt();
  }

  private static boolean tooOftenInARow(Requirement.Say say, ItemMark mark) {
    return say.notInARow().isPresent() && mark.inARow() >= say.notInARow().getAsInt();
  }

  /** The next instant after {@code now} at which the item stands differently by itself. */
  static @Nullable Instant wakeUp(Rule.Item rule, ItemMark mark, Instant now) {
    Instant opened = mark.opened();
    if (opened == null
        || !(rule.requirement() instanceof Requirement.Say say)
        || saidEnough(say, mark)) {
      return null;
    }
    Instant atRisk =
        say.due() instanceof Due.Within within
            ? opened.plus(within.atRisk())
            : mark.schedule() == null ? null : mark.schedule().atRisk();
    Instant due = due(rule, mark);
    return atRisk == null || due == null
        ? null
        : Wake.earlier(Wake.after(now, atRisk), Wake.after(now, due));
  }

  /** When the item comes due, where that is an instant. */
  static @Nullable Instant due(Rule.Item rule, ItemMark mark) {
    Instant opened = mark.opened();
    if (opened == null || !(rule.requirement() instanceof Requirement.Say say)) {
      return null;
    }
    return switch (say.due()) {
      case Due.Within within -> opened.plus(within.limit());
      case Due.ByCalendar by -> mark.schedule() == null ? null : mark.schedule().deadline();
      case Due.WithinMessages within -> null;
      case Due.FromStage from -> null;
      case Due.Before before -> null;
    };
  }

  /** The update that says how the item stands, under the number and instant it was last told. */
  static Update.Item update(Rule.Item rule, ItemMark mark) {
    int times =
        switch (rule.requirement()) {
          case Requirement.Say say -> say.times();
          case Requirement.Avoid avoid -> 1;
        };
    int shown =
        switch (rule.requirement()) {
          case Requirement.Say say ->
              say.atMost().isPresent() ? say.atMost().getAsInt() + 1 : times;
          case Requirement.Avoid avoid -> avoid.allowed() + SHOWN;
        };
    boolean counts = times > 1;
    return new Update.Item(
        mark.seq(),
        mark.at(),
        rule.id(),
        mark.state(),
        counts ? OptionalInt.of(Math.min(Mention.count(mark.said()), times)) : OptionalInt.empty(),
        counts ? OptionalInt.of(times) : OptionalInt.empty(),
        Optional.ofNullable(due(rule, mark)),
        mark.state() == ItemState.NOT_APPLICABLE ? List.of() : Mention.evidence(mark.said(), shown),
        Optional.ofNullable(mark.contest()));
  }
}
