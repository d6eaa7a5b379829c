package io.souffleur.server.core;

import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event does to a timer. Stateless. */
final class TimerJudge {

  /** No wait announced in a chat or call is longer; a longer one is a misreading. */
  private static final Duration LONGEST_ANNOUNCED = Duration.ofDays(30);

  private TimerJudge() {}

  /**
   * The timer after {@code event}: stopped first, then started, so that one message can end one run
   * and begin the next.
   *
   * @param happening {@code event} as rules see it; null when it is nothing that counts
   */
  static TimerMark after(
      Rule.Timer rule,
      TimerMark before,
      Event event,
      @Nullable Happening happening,
      Course course) {
    if (rule.limit() instanceof Limit.Promised) {
      return before;
    }
    TimerMark mark = before;
    if (mark.open() && isOneOf(rule.stops(), event, happening)) {
      mark = mark.stopped();
    }
    if (!mark.open()) {
      Duration limit = startsFor(rule, event, happening);
      if (limit != null && course.holds(rule.only())) {
        Schedule schedule =
            rule.limit() instanceof Limit.ByCalendar limited
                ? Schedule.of(limited, rule.atRisk(), event.at(), course)
                : null;
        mark = mark.started(event.at(), limit, schedule);
      }
    }
    return mark;
  }

  private static boolean isOneOf(List<Moment> moments, Event event, @Nullable Happening happening) {
    for (Moment moment : moments) {
      if (is(moment, event, happening)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Moment moment, Event event, @Nullable Happening happening) {
    return switch (moment) {
      case Moment.ConversationStarted started -> event instanceof Event.Started;
      case Moment.ConversationEnded ended -> event instanceof Event.Ended;
      case Moment.SurveyAnswered answered -> event instanceof Event.SurveyAnswered;
      case Moment.MessageBy by ->
          happening instanceof Message message && message.author() == by.author();
      case Moment.Heard heard -> happening != null && happening.shows(heard.cue()) != null;
      case Moment.Happens happens -> happening != null && happening.shows(happens.what()) != null;
    };
  }

  /** For how long the timer starts; null when it does not. */
  private static @Nullable Duration startsFor(
      Rule.Timer rule, Event event, @Nullable Happening happening) {
    if (rule.limit() instanceof Limit.Announced announced) {
      return announced(rule.starts(), announced, happening);
    }
    return isOneOf(rule.starts(), event, happening) ? length(rule.limit()) : null;
  }

  private static Duration length(Limit limit) {
    return switch (limit) {
      case Limit.Fixed fixed -> fixed.duration();
      case Limit.Announced announced -> announced.grace();
      case Limit.Promised promised -> Duration.ZERO;
      case Limit.OpeningTime time -> time.duration();
      case Limit.BusinessDays days -> Duration.ofDays(days.days());
    };
  }

  private static @Nullable Duration announced(
      List<Moment> starts, Limit.Announced limit, @Nullable Happening happening) {
    if (!(happening instanceof Message message)) {
      return null;
    }
    for (Moment start : starts) {
      Duration length =
          start instanceof Moment.Heard heard ? announced(heard.cue(), message) : null;
      if (length != null) {
        return length.plus(limit.grace());
      }
    }
    return null;
  }

  private static @Nullable Duration announced(CueTest test, Message message) {
    for (Cue cue : message.cues()) {
      Duration length = test.matches(cue, message.author(), message.time()) ? length(cue) : null;
      if (length != null) {
        return length;
      }
    }
    return null;
  }

  /** The length of a wait that {@code cue} announces; null when it names none that makes sense. */
  static @Nullable Duration length(Cue cue) {
    Optional<String> value = cue.value();
    if (value.isEmpty()) {
      return null;
    }
    try {
      Duration length = Duration.parse(value.get());
      boolean sensible = length.isPositive() && length.compareTo(LONGEST_ANNOUNCED) <= 0;
      return sensible ? length : null;
    } catch (DateTimeParseException notALength) {
      return null;
    }
  }

  /** The length that was announced, or is allowed. */
  static Duration length(Rule.Timer rule, TimerMark mark) {
    return rule.limit() instanceof Limit.Announced announced
        ? mark.limit().minus(announced.grace())
        : mark.limit();
  }

  /** The timer at {@code now}: paused or running again, closed or open, breached. */
  static TimerMark at(
      Instant now, Rule.Timer rule, TimerMark mark, Standstill still, Course course) {
    if (mark.state() != TimerState.RUNNING) {
      return mark;
    }
    OpeningHours hours =
        rule.limit() instanceof Limit.ByCalendar limit
            ? course.calendars().named(limit.calendar())
            : null;
    TimerMark after = paused(now, rule, mark, still, hours, course);
    if (hours != null && after.schedule() != null) {
      boolean closed = !hours.isOpen(now, course.facts().zone());
      after = after.scheduled(after.schedule().closed(closed));
    }
    return after.reached(now);
  }

  private static TimerMark paused(
      Instant now,
      Rule.Timer rule,
      TimerMark mark,
      Standstill still,
      @Nullable OpeningHours hours,
      Course course) {
    boolean pauses = rule.pauses().stream().anyMatch(pause -> still.holds(pause, now));
    if (pauses == mark.isPaused() || (pauses && !mark.deadline().isAfter(now))) {
      return mark;
    }
    Schedule schedule =
        mark.schedule() != null
            ? mark.schedule()
            : new Schedule(mark.atRisk(rule), mark.deadline(), null, false);
    return mark.scheduled(
        pauses ? schedule.paused(now) : schedule.resumed(now, hours, course.facts().zone()));
  }

  /** The next instant after {@code now} at which the timer, or its hint, changes by itself. */
  static @Nullable Instant wakeUp(
      Rule.Timer rule, TimerMark mark, Instant now, Standstill still, Course course) {
    if (mark.state() != TimerState.RUNNING) {
      return null;
    }
    if (mark.isPaused()) {
      Instant waited = still.waitUntil();
      return waited != null && rule.pauses().contains(Pause.WAIT_ANNOUNCED)
          ? Wake.after(now, waited)
          : null;
    }
    boolean hints = rule.prompting().isPresent() && rule.prompting().get().atRisk().isPresent();
    Instant next =
        Wake.earlier(
            hints ? Wake.after(now, mark.atRisk(rule)) : null, Wake.after(now, mark.deadline()));
    return rule.limit() instanceof Limit.ByCalendar limit
        ? Wake.earlier(
            next,
            course
                .calendars()
                .named(limit.calendar())
                .nextChange(now, course.facts().zone())
                .orElse(null))
        : next;
  }
}
