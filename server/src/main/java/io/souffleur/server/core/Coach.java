package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The coach of conversations: from a state and an event to the next state. Stateless itself; safe
 * for use by any thread.
 *
 * <p>The updates of one instant come in a fixed order: what a message shows, items in the order of
 * the checklist, timers in the order of the checklist, promises in the order they were made, hints
 * withdrawn in the order they came, hints shown most important first, the summary.
 */
public final class Coach {

  private static final MessageId DRAFT = new MessageId("draft");

  private final Checklists checklists;

  public Coach(Checklists checklists) {
    this.checklists = checklists;
  }

  /** The first step of a conversation: tells every item once, and the timers that start. */
  public Step start(Event.Started event) {
    Facts facts =
        new Facts(
            event.medium(),
            event.queue(),
            event.reason(),
            event.customer(),
            event.agent(),
            event.zone(),
            event.at(),
            Optional.empty(),
            event.language().map(LanguageEvidence::settledOn).orElseGet(LanguageEvidence::none),
            Acquaintance.none());
    Language language = event.language().orElseGet(checklists::fallback);
    Checklist checklist = checklists.choose(language, event.medium(), event.queue()).orElse(null);
    State empty =
        new State(
            facts,
            checklist,
            PackedMarks.of(Marks.fresh(checklist, facts), checklist, facts),
            Progress.none(),
            Pace.none(),
            Seen.nothing(),
            Mood.none(),
            Standstill.none(),
            Conduct.none(),
            Ledger.none(),
            0,
            0,
            event.at(),
            null,
            null);
    Turn turn = new Turn(empty, event.at());
    turn.started(event);
    return turn.finish();
  }

  /**
   * The step that {@code event} leads to, after every wake-up due at or before {@code event.at()}
   * has been handled, each at its own instant.
   *
   * <p>After the end only what is said about the conversation is taken (a survey, what the agent
   * thinks of a hint, an item or a promise), and changes nothing but a timer that waits for the
   * survey and the promise. A {@link Event.Woken} that comes too early or too late changes nothing
   * either.
   *
   * @throws IllegalArgumentException when {@code event} is a second start, lies before {@code
   *     state.reached()}, or goes on with a conversation that has ended
   */
  public Step step(State state, Event event) {
    if (event.at().isBefore(state.reached()) && !(event instanceof Event.Woken)) {
      throw new IllegalArgumentException(
          "the event lies before the instant reached: "
              + event.at()
              + " is before "
              + state.reached());
    }
    Step woken = advance(state, event.at());
    if (event instanceof Event.Woken) {
      return woken;
    }
    Step step = state.ended() ? afterTheEnd(woken.state(), event) : live(woken.state(), event);
    if (woken.updates().isEmpty()) {
      return step;
    }
    List<Update> updates = new ArrayList<>(woken.updates());
    updates.addAll(step.updates());
    return new Step(step.state(), updates);
  }

  private Step live(State state, Event event) {
    Turn turn = new Turn(state, event.at());
    handle(turn, event);
    return turn.finish();
  }

  private static Step afterTheEnd(State state, Event event) {
    return switch (event) {
      case Event.SurveyAnswered survey -> {
        Turn turn = new Turn(state, survey.at());
        turn.surveyed(survey);
        yield turn.finish();
      }
      case Event.HintUsed said -> new Step(state.reached(said.at()), List.of());
      case Event.HintDismissed said -> new Step(state.reached(said.at()), List.of());
      case Event.HintWrong said -> new Step(state.reached(said.at()), List.of());
      case Event.ItemContested contested -> {
        Turn turn = new Turn(state, contested.at());
        turn.contested(contested);
        yield turn.finish();
      }
      case Event.CommitmentKept kept -> {
        Turn turn = new Turn(state, kept.at());
        turn.kept(kept.commitment());
        yield turn.finish();
      }
      case Event.CommitmentReopened reopened -> {
        Turn turn = new Turn(state, reopened.at());
        turn.reopened(reopened.commitment());
        yield turn.finish();
      }
      case Event.CommitmentCarried carried -> throw ended(carried);
      case Event.Started started -> throw ended(started);
      case Event.Assigned assigned -> throw ended(assigned);
      case Event.Said said -> throw ended(said);
      case Event.CallRinging ringing -> throw ended(ringing);
      case Event.CallAnswered answered -> throw ended(answered);
      case Event.CallHeld held -> throw ended(held);
      case Event.CallResumed resumed -> throw ended(resumed);
      case Event.Ended again -> throw ended(again);
      case Event.Woken woken -> throw ended(woken);
    };
  }

  private static IllegalArgumentException ended(Event event) {
    return new IllegalArgumentException(
        "the conversation has ended, only a survey may follow, not "
            + event.getClass().getSimpleName());
  }

  private void handle(Turn turn, Event event) {
    switch (event) {
      case Event.Started started ->
          throw new IllegalArgumentException("the conversation has started already");
      case Event.Assigned assigned -> turn.assigned(assigned);
      case Event.Said said -> turn.said(said, checklists);
      case Event.CallRinging ringing -> turn.happened(ringing, Occurred.of(ringing));
      case Event.CallAnswered answered -> turn.happened(answered, Occurred.of(answered));
      case Event.CallHeld held -> turn.happened(held, Occurred.of(held));
      case Event.CallResumed resumed -> turn.happened(resumed, Occurred.of(resumed));
      case Event.Ended ended -> turn.ended(ended);
      case Event.SurveyAnswered survey -> turn.surveyed(survey);
      case Event.HintUsed used -> turn.answered(used.hint(), HintMark.Answer.USED);
      case Event.HintDismissed dismissed ->
          turn.answered(dismissed.hint(), HintMark.Answer.DISMISSED);
      case Event.HintWrong wrong -> turn.answered(wrong.hint(), HintMark.Answer.WRONG);
      case Event.ItemContested contested -> turn.contested(contested);
      case Event.CommitmentKept kept -> turn.kept(kept.commitment());
      case Event.CommitmentReopened reopened -> turn.reopened(reopened.commitment());
      case Event.CommitmentCarried carried -> turn.carried(carried.promised());
      case Event.Woken woken -> {}
    }
  }

  /**
   * A state in bytes, from which {@link #unpacked} makes the same state again: in the same build of
   * the program, under the same checklists.
   *
   * @throws IllegalArgumentException when the conversation has ended: nothing goes on from there
   */
  public byte[] packed(State state) {
    return PackedState.of(state);
  }

  /**
   * The state that {@link #packed} made bytes of.
   *
   * @throws IllegalArgumentException when these are no such bytes, or the checklist is not the one
   *     that is chosen now
   */
  public State unpacked(byte[] bytes) {
    return PackedState.unpacked(bytes, checklists);
  }

  /**
   * Handles every wake-up due at or before {@code until}, in order, each at its own instant.
   * Nothing changes when none is due: the instant reached is that of the last one handled, not
   * {@code until}.
   */
  public Step advance(State state, Instant until) {
    Optional<Instant> due = state.wakeUp().filter(at -> !at.isAfter(until));
    if (due.isEmpty()) {
      return new Step(state, List.of());
    }
    State reached = state;
    List<Update> updates = new ArrayList<>();
    while (due.isPresent()) {
      Step step = new Turn(reached, due.get()).finish();
      updates.addAll(step.updates());
      reached = step.state();
      due = reached.wakeUp().filter(at -> !at.isAfter(until));
    }
    return new Step(reached, updates);
  }

  /**
   * What sending a message with this reading at {@code at} would do: a step on a copy, thrown away.
   * An instant before the one reached counts as the one reached.
   */
  public Draft tried(State state, Reading draft, Instant at) {
    if (state.ended() || state.checklist().isEmpty()) {
      return Draft.none();
    }
    Instant when = at.isBefore(state.reached()) ? state.reached() : at;
    State now = advance(state, when).state();
    Event.Said sent = new Event.Said(when, DRAFT, Author.AGENT, draft, 0, false);
    State after = step(now, sent).state();
    return new DraftJudge(now, after, Message.of(sent, false, now.facts().zone())).judge();
  }
}
