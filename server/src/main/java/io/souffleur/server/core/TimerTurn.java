package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timers in one turn. Mutable, for one thread and one turn. */
final class TimerTurn {

  private final List<Rule.Timer> rules;
  private final List<TimerMark> told;
  private final List<TimerMark> marks;

  TimerTurn(Rules rules, List<TimerMark> before) {
    this.rules = rules.timers();
    this.told = before;
    this.marks = new ArrayList<>(before);
  }

  List<TimerMark> marks() {
    return marks;
  }

  /**
   * Lets {@code event} stop and start them.
   *
   * @param happening {@code event} as rules see it; null when it is nothing that counts
   */
  void run(Event event, @Nullable Happening happening, Course course) {
    for (int i = 0; i < marks.size(); i++) {
      marks.set(i, TimerJudge.after(rules.get(i), marks.get(i), event, happening, course));
    }
  }

  /** Lets the end stop those that wait for it, drops the others, and starts those it starts. */
  void end(Event.Ended event, Course course) {
    for (int i = 0; i < marks.size(); i++) {
      Rule.Timer rule = rules.get(i);
      boolean waits = rule.stops().contains(new Moment.ConversationEnded());
      TimerMark mark = waits ? marks.get(i) : marks.get(i).dropped();
      marks.set(i, TimerJudge.after(rule, mark, event, null, course));
    }
  }

  /** What becomes of those that other rules do not know. */
  Map<Rule.Timer, TimerMark> droppedUnder(@Nullable Rules others) {
    Map<Rule.Timer, TimerMark> dropped = new LinkedHashMap<>();
    for (int i = 0; i < marks.size(); i++) {
      boolean gone = others == null || others.placeOfTimer(rules.get(i).id()) < 0;
      if (gone && marks.get(i).open()) {
        dropped.put(rules.get(i), marks.get(i).dropped());
      }
    }
    return dropped;
  }

  /** Lets time pass, and tells those that stand differently. */
  void judge(Standstill still, Course course, Updates updates) {
    for (int i = 0; i < marks.size(); i++) {
      TimerMark mark = TimerJudge.at(updates.now(), rules.get(i), marks.get(i), still, course);
      if (!mark.standsLike(told.get(i))) {
        mark = mark.told(updates.next(), updates.now());
        updates.add(mark.update(rules.get(i)));
      }
      marks.set(i, mark);
    }
  }

  /** What the timers have to say, those of promises by {@code ledger}. */
  void call(Instant now, Ledger ledger, Prompter prompter) {
    for (int i = 0; i < marks.size(); i++) {
      Rule.Timer rule = rules.get(i);
      prompter.calls(
          rule.limit() instanceof Limit.Promised
              ? Calls.of(rule, ledger.mostPressing())
              : Calls.of(rule, marks.get(i), now));
    }
  }

  /** How each that ran came out, but for those that go on after the end. */
  Map<RuleId, TimerState> outcomes() {
    Map<RuleId, TimerState> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).ran() && !marks.get(i).open()) {
        outcomes.put(rules.get(i).id(), marks.get(i).outcome());
      }
    }
    return outcomes;
  }

  /** The next instant after {@code now} at which one changes by itself. */
  @Nullable Instant wakeUp(Instant now, Standstill still, Course course) {
    Instant next = null;
    for (int i = 0; i < marks.size(); i++) {
      next = Wake.earlier(next, TimerJudge.wakeUp(rules.get(i), marks.get(i), now, still, course));
    }
    return next;
  }
}
