package io.souffleur.server.core;

import io.souffleur.server.core.commitment.Deadline;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something the agent said they would do by a time.
 *
 * @param number in its conversation, from 1
 * @param places where it was said in this conversation; null for one that was carried into it, or
 *     that no message says any longer
 * @param carried what an earlier conversation handed on; null for one made here
 * @param day the day to whose end it was promised; null: to a time of the clock
 * @param seq of the last update about it; 0 before the first
 * @param at of the last update about it
 */
record Promise(
    int number,
    @Nullable Mention places,
    @Nullable Promised carried,
    Instant made,
    Instant atRisk,
    Instant deadline,
    @Nullable LocalDate day,
    CommitmentState state,
    int seq,
    Instant at) {

  /** The part of its time at whose end a promise is at risk, counted from the deadline. */
  private static final int LAST_PART = 4;

  private static final Duration SHORTEST_WARNING = Duration.ofSeconds(20);
  private static final Duration LONGEST_WARNING = Duration.ofHours(1);

  /** The end of a day is midnight, when nobody is there any more: the day's noon warns. */
  private static final Duration LONGEST_WARNING_OF_A_DAY = Duration.ofHours(12);

  /** How many places are told as evidence. */
  private static final int EVIDENCE = 4;

  /** A promise that is about to be made, not yet a number in a conversation. */
  record Term(Instant deadline, @Nullable LocalDate day) {

    /**
     * Null when it would be late at once: that is a misreading. Midnight is the end of a day,
     * however it was said: "before Friday" is to the end of Thursday.
     *
     * @param works whether a day is a working day
     */
    static @Nullable Term of(Deadline deadline, ZonedDateTime made, Predicate<LocalDate> works) {
      ZonedDateTime late = deadline.resolve(made, works);
      if (!late.isAfter(made)) {
        return null;
      }
      boolean toTheMinute =
          deadline.toTheMinute() && !late.toLocalTime().equals(LocalTime.MIDNIGHT);
      return new Term(late.toInstant(), toTheMinute ? null : late.toLocalDate().minusDays(1));
    }
  }

  static Promise made(int number, Mention place, Instant made, Term term) {
    return new Promise(
        number,
        place,
        null,
        made,
        atRisk(made, term),
        term.deadline(),
        term.day(),
        CommitmentState.OPEN,
        0,
        made);
  }

  static Promise carried(int number, Promised promised, Instant now) {
    return new Promise(
        number,
        null,
        promised,
        promised.made(),
        promised.atRisk(),
        promised.deadline(),
        promised.day().orElse(null),
        CommitmentState.OPEN,
        0,
        now);
  }

  static Instant atRisk(Instant made, Term term) {
    Duration length = Duration.between(made, term.deadline());
    Duration most = term.day() == null ? LONGEST_WARNING : LONGEST_WARNING_OF_A_DAY;
    Duration warning = length.dividedBy(LAST_PART);
    if (warning.compareTo(most) > 0) {
      warning = most;
    }
    if (warning.compareTo(SHORTEST_WARNING) < 0) {
      warning = SHORTEST_WARNING;
    }
    return warning.compareTo(length) > 0 ? made : term.deadline().minus(warning);
  }

  /** The id of the {@code number}th promise of a conversation. */
  static CommitmentId id(int number) {
    return new CommitmentId("c" + number);
  }

  CommitmentId id() {
    return id(number);
  }

  /** Whether it is still owed, in time or late. */
  boolean owed() {
    return switch (state) {
      case OPEN, AT_RISK, MISSED -> true;
      case KEPT, WITHDRAWN -> false;
    };
  }

  /** Whether it is still owed, and not late. */
  boolean pending() {
    return owed() && state != CommitmentState.MISSED;
  }

  /**
   * Whether an agent who speaks in a conversation that {@code started} then comes back to the
   * customer, as was promised: one that was going on beside the promise is no return.
   */
  boolean isKeptBySpeaking(Instant started) {
    return carried != null && toTheMinute() && !made.isAfter(started);
  }

  /** Whether it names a time of the clock, as the promise to come back to somebody does. */
  boolean toTheMinute() {
    return day == null;
  }

  /** Whether saying {@code term} at {@code now} says the same again: same end, or same length. */
  boolean isRepeatedBy(Term term, Instant now) {
    return pending()
        && (deadline.equals(term.deadline())
            || (toTheMinute()
                && term.day() == null
                && Duration.between(made, deadline)
                    .equals(Duration.between(now, term.deadline()))));
  }

  boolean saidIn(String message) {
    return Mention.in(places, message);
  }

  Promise saidAt(@Nullable Mention latest) {
    return new Promise(number, latest, carried, made, atRisk, deadline, day, state, seq, at);
  }

  Promise movedTo(Term term) {
    return new Promise(
        number,
        places,
        carried,
        made,
        atRisk(made, term),
        term.deadline(),
        term.day(),
        CommitmentState.OPEN,
        seq,
        at);
  }

  Promise in(CommitmentState next) {
    return next == state
        ? this
        : new Promise(number, places, carried, made, atRisk, deadline, day, next, seq, at);
  }

  /** As time alone has it at {@code now}. */
  Promise judged(Instant now) {
    if (!owed()) {
      return this;
    }
    return in(
        !deadline.isAfter(now)
            ? CommitmentState.MISSED
            : atRisk.isAfter(now) ? CommitmentState.OPEN : CommitmentState.AT_RISK);
  }

  /** Of two that are at risk the nearer, of two that are late the later; at risk before late. */
  boolean pressesMoreThan(Promise other) {
    if (pending() != other.pending()) {
      return pending();
    }
    return pending() ? deadline.isBefore(other.deadline) : deadline.isAfter(other.deadline);
  }

  /** What a hint about it is about. */
  Episode episode() {
    return new Episode(made, id().key());
  }

  /** The next instant after {@code now} at which it changes by itself. */
  @Nullable Instant wakeUp(Instant now) {
    return pending() ? Wake.earlier(Wake.after(now, atRisk), Wake.after(now, deadline)) : null;
  }

  Promise told(int as, Instant when) {
    return new Promise(number, places, carried, made, atRisk, deadline, day, state, as, when);
  }

  /** Whether nobody would see a difference. */
  boolean standsLike(Promise other) {
    return state == other.state
        && deadline.equals(other.deadline)
        && Objects.equals(places, other.places);
  }

  /** The update that says how it stands, under the number and instant it was last told. */
  Update.Commitment update() {
    return new Update.Commitment(
        seq,
        at,
        id(),
        state,
        made,
        atRisk,
        deadline,
        Optional.ofNullable(day),
        evidence(),
        Optional.ofNullable(carried).map(Promised::conversation));
  }

  private List<Evidence> evidence() {
    return carried == null ? Mention.evidence(places, EVIDENCE) : carried.evidence();
  }
}
