package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a message does to an item, and how the item stands then. Stateless. */
final class ItemJudge {

  /** How many places beyond those asked for an item remembers, should an edit take one away. */
  private static final int SPARE = 2;

  /** How many broken places of an {@code Avoid} are remembered. */
  private static final int BROKEN = 4;

  private ItemJudge() {}

  static ItemMark atStart(Rule.Item rule, Facts facts) {
    Instant at = facts.started();
    return ItemMark.fresh(
        switch (rule.applies()) {
          case Applies.Always always -> at;
          case Applies.Named named -> Address.of(facts.customer()).isPresent() ? at : null;
          case Applies.Once once -> null;
          case Applies.FromStage(Stage stage) -> stage == Stage.OPENING ? at : null;
        },
        at);
  }

  /** The mark after {@code message}, which brought the conversation to {@code stage}. */
  static ItemMark heard(Rule.Item rule, ItemMark before, Message message, Stage stage) {
    boolean opens = opens(rule, before, message, stage);
    ItemMark mark = opens ? before.opened(message.at(), trigger(rule, message)) : before;
    if (mark.opened() == null) {
      return mark;
    }
    Cue shown = message.shows(rule.requirement().cue());
    ItemMark after = mark.said(places(rule.requirement(), mark.said(), shown, message));
    return message.edited() || message.author() != Author.AGENT
        ? after
        : counted(rule.requirement(), after, shown != null, opens);
  }

  private static boolean opens(Rule.Item rule, ItemMark mark, Message message, Stage stage) {
    return switch (rule.applies()) {
      case Applies.Always always -> false;
      case Applies.Named named -> false;
      case Applies.FromStage(Stage from) -> mark.opened() == null && stage.compareTo(from) >= 0;
      case Applies.Once(CueTest trigger, boolean everyTime) ->
          message.shows(trigger) != null
              && (mark.opened() == null
                  || (everyTime && !message.edited() && settled(rule.requirement(), mark)));
    };
  }

  private static @Nullable Mention trigger(Rule.Item rule, Message message) {
    Cue shown = rule.applies() instanceof Applies.Once once ? message.shows(once.trigger()) : null;
    return shown == null ? null : Mention.of(message.id(), shown, null);
  }

  /** Whether an opening is over, so that the next trigger opens the rule again. */
  private static boolean settled(Requirement requirement, ItemMark mark) {
    return switch (requirement) {
      case Requirement.Avoid avoid -> false;
      case Requirement.Say say ->
          mark.state() == ItemState.MISSED || Mention.count(mark.said()) >= say.times();
    };
  }

  private static @Nullable Mention places(
      Requirement requirement, @Nullable Mention said, @Nullable Cue shown, Message message) {
    if (Mention.in(said, message.id())) {
      return shown == null
          ? Mention.without(said, message.id())
          : Mention.moved(said, message.id(), shown);
    }
    int most =
        switch (requirement) {
          case Requirement.Say say -> say.times() + SPARE;
          case Requirement.Avoid avoid -> BROKEN;
        };
    return shown == null || Mention.count(said) >= most
        ? said
        : Mention.of(message.id(), shown, said);
  }

  private static ItemMark counted(
      Requirement requirement, ItemMark mark, boolean shown, boolean opens) {
    return switch (requirement) {
      case Requirement.Avoid avoid -> mark;
      case Requirement.Say say -> {
        ItemMark row =
            say.notInARow().isPresent() ? mark.inARow(shown ? mark.inARow() + 1 : 0) : mark;
        boolean counts =
            say.due() instanceof Due.WithinMessages
                && !opens
                && Mention.count(mark.said()) < say.times();
        yield counts ? row.passed(row.passed() + 1) : row;
      }
    };
  }

  /** How the item stands at {@code now}. */
  static ItemState judge(Rule.Item rule, ItemMark mark, Instant now, Stage stage, boolean ended) {
    Instant opened = mark.opened();
    if (opened == null && !(rule.applies() instanceof Applies.FromStage)) {
      return ItemState.NOT_APPLICABLE;
    }
    return switch (rule.requirement()) {
      case Requirement.Avoid avoid ->
          mark.said() != null ? ItemState.MISSED : ended ? ItemState.DONE : ItemState.PENDING;
      case Requirement.Say say -> {
        if (saidEnough(say, mark)) {
          yield !ended && tooOften(say, mark) ? ItemState.AT_RISK : ItemState.DONE;
        }
        if (ended) {
          yield ItemState.MISSED;
        }
        yield opened == null ? ItemState.PENDING : dueState(say.due(), mark, opened, now, stage);
      }
    };
  }

  private static ItemState dueState(
      Due due, ItemMark mark, Instant opened, Instant now, Stage stage) {
    return switch (due) {
      case Due.WithinMessages(int atRisk, int messages) ->
          state(mark.passed() >= atRisk, mark.passed() >= messages);
      case Due.FromStage(Stage from) -> state(stage.compareTo(from) >= 0, false);
      case Due.Within within ->
          state(
              !now.isBefore(opened.plus(within.atRisk())),
              !now.isBefore(opened.plus(within.limit())));
    };
  }

  private static ItemState state(boolean atRisk, boolean missed) {
    return missed ? ItemState.MISSED : atRisk ? ItemState.AT_RISK : ItemState.PENDING;
  }

  static boolean saidEnough(Requirement.Say say, ItemMark mark) {
    return Mention.count(mark.said()) >= say.times();
  }

  private static boolean tooOften(Requirement.Say say, ItemMark mark) {
    return say.notInARow().isPresent() && mark.inARow() >= say.notInARow().getAsInt();
  }

  /** The next instant after {@code now} at which the item stands differently by itself. */
  static @Nullable Instant wakeUp(Rule.Item rule, ItemMark mark, Instant now) {
    Instant opened = mark.opened();
    if (opened == null
        || !(rule.requirement() instanceof Requirement.Say say)
        || !(say.due() instanceof Due.Within within)
        || saidEnough(say, mark)) {
      return null;
    }
    return Wake.earlier(
        Wake.after(now, opened.plus(within.atRisk())),
        Wake.after(now, opened.plus(within.limit())));
  }

  /** When the item comes due, where that is an instant. */
  static @Nullable Instant due(Rule.Item rule, ItemMark mark) {
    Instant opened = mark.opened();
    return opened != null
            && rule.requirement() instanceof Requirement.Say say
            && say.due() instanceof Due.Within within
        ? opened.plus(within.limit())
        : null;
  }

  /** The update that says how the item stands, under the number and instant it was last told. */
  static Update.Item update(Rule.Item rule, ItemMark mark) {
    int times =
        switch (rule.requirement()) {
          case Requirement.Say say -> say.times();
          case Requirement.Avoid avoid -> BROKEN;
        };
    boolean counts = times > 1 && rule.requirement() instanceof Requirement.Say;
    return new Update.Item(
        mark.seq(),
        mark.at(),
        rule.id(),
        mark.state(),
        counts ? OptionalInt.of(Math.min(Mention.count(mark.said()), times)) : OptionalInt.empty(),
        counts ? OptionalInt.of(times) : OptionalInt.empty(),
        Optional.ofNullable(due(rule, mark)),
        Mention.evidence(mark.said(), times));
  }
}
