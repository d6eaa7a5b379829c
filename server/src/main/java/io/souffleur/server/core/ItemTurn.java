package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Contest;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.rule.SoughtTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items in one turn. Only those are looked at that what happens can touch. Mutable, for one
 * thread and one turn.
 */
final class ItemTurn {

  private final Rules rules;
  private final List<ItemMark> told;
  private final List<ItemMark> marks;
  private final BitSet touched = new BitSet();
  private final List<Call> moments = new ArrayList<>();

  ItemTurn(Rules rules, List<ItemMark> before) {
    this.rules = rules;
    this.told = new ArrayList<>(before);
    this.marks = new ArrayList<>(before);
  }

  List<ItemMark> marks() {
    return marks;
  }

  /** Which of what conditions watch for {@code happening} can touch. */
  static BitSet watchers(Rules rules, Happening happening) {
    BitSet watchers = new BitSet();
    if (happening.edited()) {
      watchers.set(0, rules.watched().size());
    } else {
      look(rules.watching(), happening, watchers);
    }
    return watchers;
  }

  private static void look(SoughtTable table, Happening happening, BitSet to) {
    switch (happening) {
      case Message message -> {
        for (Cue cue : message.cues()) {
          table.lookingFor(message.author(), cue.name(), to);
        }
      }
      case Occurred occurred -> {
        for (Occurrence what : occurred.what()) {
          table.lookingFor(what, to);
        }
      }
    }
  }

  /**
   * Lets the items hear {@code happening}.
   *
   * @param moved whether conditions may hold now that did not before, or the other way round
   */
  void hear(Happening happening, Course course, boolean moved) {
    BitSet listening = new BitSet();
    look(rules.touchedBy(), happening, listening);
    if (happening.isOneMoreOfAgent()) {
      rules.counting(listening);
    }
    if (course.stage() != course.before()) {
      rules.staged(listening);
    }
    if (moved) {
      rules.conditional(listening);
    }
    if (happening.edited()) {
      listening.set(0, marks.size());
    }
    listening.stream().forEach(place -> hear(place, happening, course));
    touched.or(listening);
  }

  /** Lets every item hear {@code happening}. */
  void hearAll(Happening happening, Course course) {
    for (int place = 0; place < marks.size(); place++) {
      hear(place, happening, course);
    }
    touched.set(0, marks.size());
  }

  private void hear(int place, Happening happening, Course course) {
    Rule.Item rule = rules.items().get(place);
    ItemMark before = marks.get(place);
    ItemMark after = Hearing.heard(rule, before, happening, course);
    marks.set(place, after);
    if (rule.requirement() instanceof Requirement.Avoid avoid
        && Hearing.breaks(avoid, before, after)) {
      Call call = Calls.broken(rule, happening);
      if (call != null) {
        moments.add(call);
      }
    }
  }

  /** Judges the items, and tells those that stand differently, or all. */
  void judge(Course course, boolean ends, boolean tellsAll, Updates updates) {
    if (ends || tellsAll) {
      touched.set(0, marks.size());
    }
    rules.timed(touched);
    for (int place = touched.nextSetBit(0); place >= 0; place = touched.nextSetBit(place + 1)) {
      Rule.Item rule = rules.items().get(place);
      ItemMark mark = marks.get(place);
      ItemState state = ItemJudge.judge(rule, mark, updates.now(), course, ends);
      ItemMark now = mark.told(state, mark.seq(), mark.at());
      Update.Item last = ItemJudge.update(rule, told.get(place));
      if (tellsAll || !ItemJudge.update(rule, now).equals(last)) {
        now = mark.told(state, updates.next(), updates.now());
        updates.add(ItemJudge.update(rule, now));
      }
      marks.set(place, now);
    }
  }

  /** The agent says something against an item, whether or not the conversation is over. */
  void contest(RuleId item, Contest word, Updates updates) {
    int place = rules.placeOfItem(item);
    if (place >= 0) {
      ItemMark mark = marks.get(place).contested(word);
      ItemMark now = mark.told(mark.state(), updates.next(), updates.now());
      updates.add(ItemJudge.update(rules.items().get(place), now));
      marks.set(place, now);
      told.set(place, now);
    }
  }

  /** What the items have to say. */
  void call(Progress progress, Prompter prompter) {
    for (int place = 0; place < marks.size(); place++) {
      ItemMark mark = marks.get(place);
      if (mark.state() == ItemState.AT_RISK || mark.state() == ItemState.MISSED) {
        prompter.calls(Calls.of(rules.items().get(place), mark, progress));
      }
    }
    moments.forEach(prompter::calls);
  }

  /** The next instant after {@code now} at which an item stands differently by itself. */
  @Nullable Instant wakeUp(Instant now) {
    BitSet timed = new BitSet();
    rules.timed(timed);
    Instant next = null;
    for (int place = timed.nextSetBit(0); place >= 0; place = timed.nextSetBit(place + 1)) {
      next = Wake.earlier(next, ItemJudge.wakeUp(rules.items().get(place), marks.get(place), now));
    }
    return next;
  }
}
