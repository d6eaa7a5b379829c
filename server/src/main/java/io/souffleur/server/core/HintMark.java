package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.rule.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the latest hint of a rule.
 *
 * @param number of that hint in the conversation, from 1; 0 when there was none
 * @param severity the highest it was shown with in its episode
 * @param episode what it was about
 * @param until while visible: when it expires; afterwards: until when the rule stays silent
 * @param answer what the agent did with it
 * @param showings how often the rule has spoken so far
 * @param shown the last update about it, while it is visible; null afterwards
 */
record HintMark(
    RuleId rule,
    int number,
    Severity severity,
    Episode episode,
    Instant until,
    Answer answer,
    Showings showings,
    Update.@Nullable Hint shown) {

  private static final List<HintId> IDS =
      IntStream.range(0, 64).mapToObj(number -> new HintId("h" + number)).toList();

  /** What an agent does with a hint; a later one is stronger. */
  enum Answer {
    NONE,
    USED,
    DISMISSED,
    WRONG
  }

  /** A rule that was forbidden to speak before it ever did. */
  static HintMark silenced(RuleId rule) {
    return new HintMark(
        rule, 0, Severity.NUDGE, Episode.NONE, Instant.MIN, Answer.WRONG, Showings.NONE, null);
  }

  /** The id of the {@code number}th hint of a conversation; usual ones are the same object. */
  static HintId id(int number) {
    return number < IDS.size() ? IDS.get(number) : new HintId("h" + number);
  }

  boolean visible() {
    return shown != null;
  }

  HintMark answered(Answer given) {
    return given.compareTo(answer) <= 0
        ? this
        : new HintMark(rule, number, severity, episode, until, given, showings, shown);
  }

  /** The same, told once more. */
  HintMark showing(Update.Hint again) {
    return new HintMark(rule, number, severity, episode, until, answer, showings, again);
  }

  /** No longer visible; the rule stays silent until {@code silentUntil}. */
  HintMark gone(Instant silentUntil) {
    return new HintMark(rule, number, severity, episode, silentUntil, answer, showings, null);
  }

  /** No longer visible for want of room: it may come back as if it had never been shown. */
  HintMark crowdedOut() {
    return new HintMark(rule, number, severity, Episode.NONE, Instant.MIN, answer, showings, null);
  }

  /** How often the rule has spoken once a hint of it is shown with {@code severity}. */
  static Showings showings(@Nullable HintMark before, Severity severity) {
    if (before == null) {
      return Showings.NONE.and(severity);
    }
    return before.visible()
        ? before.showings.grown(before.severity, severity)
        : before.showings.and(severity);
  }

  /** Whether the call may become a new hint at {@code now}, as far as its own past goes. */
  boolean lets(Call call, Instant now) {
    boolean urgent = call.severity() == Severity.URGENT;
    boolean same = episode.equals(call.episode());
    if (answer == Answer.WRONG || (answer == Answer.DISMISSED && !urgent)) {
      return false;
    }
    if (same && (call.severity().compareTo(severity) <= 0 || (answer == Answer.USED && !urgent))) {
      return false;
    }
    return !now.isBefore(until) || (same && urgent);
  }

  /** Whether a visible hint may be shown with the call's higher severity. */
  boolean escalatesTo(Call call) {
    return call.severity().compareTo(severity) > 0
        && (answer == Answer.NONE || call.severity() == Severity.URGENT);
  }
}
