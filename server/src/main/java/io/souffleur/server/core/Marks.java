package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a checklist stand.
 *
 * @param items in the order of the checklist
 * @param timers in the order of the checklist
 * @param hints one for each rule that ever gave a hint
 */
record Marks(List<ItemMark> items, List<TimerMark> timers, List<HintMark> hints) {

  private static final Marks NONE = new Marks(List.of(), List.of(), List.of());

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
    List<ItemMark> items = new ArrayList<>();
    for (Rule.Item rule : checklist.items()) {
      items.add(ItemJudge.atStart(rule, facts));
    }
    List<TimerMark> timers = new ArrayList<>();
    for (int i = 0; i < checklist.timers().size(); i++) {
      timers.add(TimerMark.neverRan());
    }
    return new Marks(items, timers, List.of());
  }

  /** The marks under {@code to}: those of rules that bear the same name are carried over. */
  Marks carried(@Nullable Checklist from, @Nullable Checklist to, Facts facts) {
    Marks fresh = fresh(to, facts);
    if (from == null || to == null) {
      return fresh;
    }
    List<ItemMark> carriedItems = new ArrayList<>(fresh.items);
    for (int i = 0; i < carriedItems.size(); i++) {
      Rule.Item rule = to.items().get(i);
      int place = place(from.items(), rule.id());
      if (place >= 0 && carries(rule, items.get(place), fresh.items.get(i))) {
        carriedItems.set(i, items.get(place));
      }
    }
    List<TimerMark> carriedTimers = new ArrayList<>(fresh.timers);
    for (int i = 0; i < carriedTimers.size(); i++) {
      int place = place(from.timers(), to.timers().get(i).id());
      if (place >= 0) {
        carriedTimers.set(i, timers.get(place));
      }
    }
    return new Marks(carriedItems, carriedTimers, hints);
  }

  /** Whether the mark says more of {@code rule} than {@code fresh}, without contradicting it. */
  private static boolean carries(Rule.Item rule, ItemMark mark, ItemMark fresh) {
    return fresh.opened() == null
        ? !(rule.applies() instanceof Applies.Named)
        : mark.opened() != null;
  }

  /** The place of the rule of that name; -1 when there is none. */
  static int place(List<? extends Rule> rules, RuleId id) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
