package io.souffleur.server.core.testing;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one timer by going through a whole conversation, from one minute to the next, and adding
 * up the time in which it ran. For conversations in UTC.
 */
public final class NaiveTimer {

  private final History history;
  private final Rule.Timer rule;
  private final Calendars calendars;

  private Instant reached;
  private @Nullable Duration limit;
  private Duration used = Duration.ZERO;
  private @Nullable TimerState over;
  private boolean held;
  private boolean owing;
  private @Nullable Instant waitUntil;

  private NaiveTimer(History history, Rule.Timer rule, Calendars calendars) {
    this.history = history;
    this.rule = rule;
    this.calendars = calendars;
    this.reached = history.handled().getFirst().at();
  }

  /** How {@code rule} stands at {@code now}, after all of {@code history}; null: it never ran. */
  public static @Nullable TimerState state(
      History history, Rule.Timer rule, Calendars calendars, Instant now) {
    NaiveTimer timer = new NaiveTimer(history, rule, calendars);
    for (int i = 0; i < history.handled().size(); i++) {
      timer.pass(history.handled().get(i).at());
      timer.take(i);
    }
    timer.pass(now);
    if (timer.limit == null) {
      return timer.over;
    }
    if (timer.isBreached()) {
      return TimerState.BREACHED;
    }
    return timer.runs() ? TimerState.RUNNING : TimerState.STOPPED;
  }

  private void pass(Instant until) {
    while (reached.isBefore(until)) {
      Instant next = reached.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      next = next.isBefore(until) ? next : until;
      if (waitUntil != null && waitUntil.isAfter(reached) && waitUntil.isBefore(next)) {
        next = waitUntil;
      }
      if (runs()) {
        used = used.plus(Duration.between(reached, next));
      }
      reached = next;
    }
  }

  private boolean isBreached() {
    return limit != null && used.compareTo(limit) >= 0;
  }

  private boolean runs() {
    boolean open =
        !(rule.limit() instanceof Limit.ByCalendar by)
            || History.isOpen(calendars.named(by.calendar()), reached);
    return open && rule.pauses().stream().noneMatch(this::holds);
  }

  private boolean holds(Pause pause) {
    return switch (pause) {
      case HELD -> held;
      case CUSTOMER_OWES -> owing;
      case WAIT_ANNOUNCED -> waitUntil != null && waitUntil.isAfter(reached);
    };
  }

  private void take(int i) {
    Event event = history.handled().get(i);
    if (event instanceof Event.Said && (!history.counts(i) || history.edits(i))) {
      return;
    }
    look(event);
    if (limit != null && isOneOf(rule.stops(), event)) {
      over = isBreached() ? TimerState.STOPPED : TimerState.MET;
      limit = null;
    }
    if (event instanceof Event.Ended && limit != null) {
      over = TimerState.STOPPED;
      limit = null;
    }
    if (limit == null && history.holds(rule.only(), i)) {
      limit = limit(rule, event);
      used = Duration.ZERO;
    }
  }

  private void look(Event event) {
    switch (event) {
      case Event.CallHeld on -> held = true;
      case Event.CallResumed off -> held = false;
      case Event.Said said when said.author() == Author.CUSTOMER -> owing = false;
      case Event.Said said when said.author() == Author.AGENT -> {
        owing |= said.reading().cues().stream().anyMatch(cue -> cue.name() == CueName.QUESTION);
        waitUntil =
            said.reading().cues().stream()
                .filter(cue -> cue.name() == CueName.WAIT_NOTICE)
                .flatMap(cue -> cue.value().map(Duration::parse).stream())
                .filter(Duration::isPositive)
                .findFirst()
                .map(said.at()::plus)
                .orElse(null);
      }
      default -> {}
    }
  }

  private static boolean isOneOf(List<Moment> moments, Event event) {
    return moments.stream().anyMatch(moment -> is(moment, event));
  }

  private static @Nullable Duration limit(Rule.Timer rule, Event event) {
    for (Moment moment : rule.starts()) {
      if (rule.limit() instanceof Limit.Fixed fixed && is(moment, event)) {
        return fixed.duration();
      }
      if (rule.limit() instanceof Limit.OpeningTime opening && is(moment, event)) {
        return opening.duration();
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
      case Moment.ConversationEnded ended -> event instanceof Event.Ended;
      case Moment.SurveyAnswered answered -> event instanceof Event.SurveyAnswered;
      case Moment.MessageBy by -> event instanceof Event.Said said && said.author() == by.author();
      case Moment.Heard heard ->
          event instanceof Event.Said said && History.where(heard.cue(), said, -1).isPresent();
      case Moment.Happens happens -> History.occurrences(event).contains(happens.what());
    };
  }
}
