package io.souffleur.server.core.testing;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges one timer by going through a whole conversation. */
public final class NaiveTimer {

  private NaiveTimer() {}

  /** How {@code rule} stands at {@code now}; null when it never ran. */
  public static @Nullable TimerState state(History history, Rule.Timer rule, Instant now) {
    @Nullable Instant deadline = null;
    @Nullable TimerState over = null;
    for (int i = 0; i < history.handled().size(); i++) {
      Event event = history.handled().get(i);
      boolean counts = !(event instanceof Event.Said) || (history.counts(i) && !history.edits(i));
      if (event instanceof Event.Ended && deadline != null) {
        over = TimerState.STOPPED;
        deadline = null;
      }
      if (!counts) {
        continue;
      }
      if (deadline != null && rule.stops().stream().anyMatch(moment -> is(moment, event))) {
        over = deadline.isAfter(event.at()) ? TimerState.MET : TimerState.STOPPED;
        deadline = null;
      }
      Duration limit = deadline == null ? limit(rule, event) : null;
      if (limit != null && history.holds(rule.only(), i)) {
        deadline = event.at().plus(limit);
      }
    }
    if (deadline != null) {
      return deadline.isAfter(now) ? TimerState.RUNNING : TimerState.BREACHED;
    }
    return over;
  }

  private static @Nullable Duration limit(Rule.Timer rule, Event event) {
    for (Moment moment : rule.starts()) {
      if (rule.limit() instanceof Limit.Fixed fixed && is(moment, event)) {
        return fixed.duration();
      }
      if (rule.limit() instanceof Limit.Announced announced
          && moment instanceof Moment.Heard heard
          && event instanceof Event.Said said) {
        for (Cue cue : said.reading().cues()) {
          boolean heardIt = heard.cue().matches(cue, said.author(), LocalTime.NOON);
          Duration value = cue.value().map(Duration::parse).orElse(Duration.ZERO);
          if (heardIt && value.isPositive()) {
            return value.plus(announced.grace());
          }
        }
      }
    }
    return null;
  }

  private static boolean is(Moment moment, Event event) {
    return switch (moment) {
      case Moment.ConversationStarted started -> event instanceof Event.Started;
      case Moment.MessageBy by -> event instanceof Event.Said said && said.author() == by.author();
      case Moment.Heard heard -> event instanceof Event.Said said && shows(heard.cue(), said);
      case Moment.Rang rang -> event instanceof Event.CallRinging;
      case Moment.Answered answered -> event instanceof Event.CallAnswered;
      case Moment.Held held -> event instanceof Event.CallHeld;
      case Moment.Resumed resumed -> event instanceof Event.CallResumed;
    };
  }

  private static boolean shows(CueTest test, Event.Said event) {
    List<CueName> shown =
        event.reading().cues().stream()
            .filter(cue -> test.matches(cue, event.author(), LocalTime.NOON))
            .map(Cue::name)
            .toList();
    return test.together() ? shown.containsAll(test.cues()) : !shown.isEmpty();
  }
}
