package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
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
   * @param message what {@code event} says; null when it says nothing that counts
   */
  static TimerMark after(
      Rule.Timer rule,
      TimerMark before,
      Event event,
      @Nullable Message message,
      Course course,
      Instant now) {
    TimerMark mark = before;
    if (mark.open() && isOneOf(rule.stops(), event, message)) {
      mark = mark.stopped();
    }
    if (!mark.open()) {
      Duration limit = startsFor(rule, event, message);
      if (limit != null && course.holds(rule.only())) {
        mark = mark.started(now, limit);
      }
    }
    return mark;
  }

  private static boolean isOneOf(List<Moment> moments, Event event, @Nullable Message message) {
    for (Moment moment : moments) {
      if (is(moment, event, message)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Moment moment, Event event, @Nullable Message message) {
    return switch (moment) {
      case Moment.ConversationStarted started -> event instanceof Event.Started;
      case Moment.MessageBy by -> message != null && message.author() == by.author();
      case Moment.Heard heard -> message != null && message.words(heard.cue()) != null;
      case Moment.Rang rang -> event instanceof Event.CallRinging;
      case Moment.Answered answered -> event instanceof Event.CallAnswered;
      case Moment.Held held -> event instanceof Event.CallHeld;
      case Moment.Resumed resumed -> event instanceof Event.CallResumed;
    };
  }

  /** For how long the timer starts; null when it does not. */
  private static @Nullable Duration startsFor(
      Rule.Timer rule, Event event, @Nullable Message message) {
    return switch (rule.limit()) {
      case Limit.Fixed fixed -> isOneOf(rule.starts(), event, message) ? fixed.duration() : null;
      case Limit.Announced announced -> announced(rule.starts(), announced, message);
    };
  }

  private static @Nullable Duration announced(
      List<Moment> starts, Limit.Announced limit, @Nullable Message message) {
    if (message == null) {
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

  private static @Nullable Duration length(Cue cue) {
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
    return switch (rule.limit()) {
      case Limit.Fixed fixed -> mark.limit();
      case Limit.Announced announced -> mark.limit().minus(announced.grace());
    };
  }

  /** The next instant after {@code now} at which the timer, or its hint, changes by itself. */
  static @Nullable Instant wakeUp(Rule.Timer rule, TimerMark mark, Instant now) {
    if (!mark.open()) {
      return null;
    }
    boolean hints = rule.prompting().isPresent() && rule.prompting().get().atRisk().isPresent();
    return Wake.earlier(
        hints ? Wake.after(now, mark.atRisk(rule)) : null, Wake.after(now, mark.deadline()));
  }
}
