package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a checklist stand, in its order.
 *
 * @param hints one mark for each rule that ever gave one
 * @param watched where that was said, or happened, which conditions want to know about
 * @param tally how often the figures have counted
 */
record Marks(
    List<ItemMark> items,
    List<TimerMark> timers,
    List<HintMark> hints,
    Watched watched,
    Tally tally) {

  private static final Marks NONE =
      new Marks(List.of(), List.of(), List.of(), Watched.NOTHING, Tally.NOTHING);

  Marks {
    items = List.copyOf(items);
    timers = List.copyOf(timers);
    hints = List.copyOf(hints);
  }

  /** Nothing has happened yet in the conversation of {@code facts}. */
  static Marks fresh(@Nullable Checklist checklist, Facts facts) {
    if (checklist == null) {
      return NONE;
    }
    Course course = Course.atStart(facts, checklist);
    List<ItemMark> items = new ArrayList<>();
    for (Rule.Item rule : checklist.items()) {
      items.add(Gate.atStart(rule, course));
    }
    List<TimerMark> timers = new ArrayList<>();
    for (int i = 0; i < checklist.timers().size(); i++) {
      timers.add(TimerMark.neverRan());
    }
    return new Marks(items, timers, List.of(), course.watched(), Tally.none(checklist.rules()));
  }

  /** The marks under {@code to}: those of rules that bear the same name are carried over. */
  Marks carried(@Nullable Checklist from, @Nullable Checklist to, Facts facts) {
    Marks fresh = fresh(to, facts);
    if (from == null || to == null) {
      return fresh;
    }
    Course start = Course.atStart(facts, to);
    List<ItemMark> carriedItems = new ArrayList<>(fresh.items());
    for (int i = 0; i < carriedItems.size(); i++) {
      Rule.Item rule = to.items().get(i);
      int place = from.rules().placeOfItem(rule.id());
      if (place >= 0 && carries(rule, items.get(place), fresh.items.get(i), start)) {
        carriedItems.set(i, items.get(place));
      }
    }
    List<TimerMark> carriedTimers = new ArrayList<>(fresh.timers());
    for (int i = 0; i < carriedTimers.size(); i++) {
      int place = from.rules().placeOfTimer(to.timers().get(i).id());
      if (place >= 0) {
        carriedTimers.set(i, timers.get(place));
      }
    }
    return new Marks(
        carriedItems,
        carriedTimers,
        hints,
        watched.carried(from.rules(), to.rules()),
        tally.carried(from.rules(), to.rules()));
  }

  /** Whether the mark says more of {@code rule} than {@code fresh}, without contradicting it. */
  private static boolean carries(Rule.Item rule, ItemMark mark, ItemMark fresh, Course start) {
    return fresh.opened() == null
        ? Rules.changes(rule.only()) || start.holds(rule.only())
        : mark.opened() != null;
  }
}
