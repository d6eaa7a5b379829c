package io.souffleur.server.core;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.commitment.Deadline;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.Contest;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Resolution;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens at one instant: takes the state apart, lets one event change the parts, puts them
 * together again and tells what is different. Mutable, for one thread and one instant.
 */
final class Turn {

  private final State before;
  private final Instant now;
  private final Updates updates;

  private Facts facts;
  private @Nullable Checklist checklist;
  private Watched watched;
  private Tally tally;
  private @Nullable ItemTurn items;
  private @Nullable TimerTurn timers;
  private Progress progress;
  private Pace pace;
  private Seen seen;
  private Mood mood;
  private Standstill still;
  private Conduct conduct;
  private Ledger ledger;
  private Prompter prompter;
  private int hintsGiven;

  private final Map<Rule.Timer, TimerMark> dropped = new LinkedHashMap<>();
  private boolean swapped;
  private boolean tellsAll;
  private boolean ends;
  private Optional<Resolution> outcome = Optional.empty();

  Turn(State before, Instant now) {
    this.before = before;
    this.now = now;
    this.updates = new Updates(now, Math.toIntExact(before.seq()));
    this.facts = before.facts();
    this.checklist = before.checklist().orElse(null);
    Marks marks = before.marks();
    this.watched = marks.watched();
    this.tally = marks.tally();
    this.items = checklist == null ? null : new ItemTurn(checklist.rules(), marks.items());
    this.timers = checklist == null ? null : new TimerTurn(checklist.rules(), marks.timers());
    this.progress = before.progress();
    this.pace = before.pace();
    this.seen = before.seen();
    this.mood = before.mood();
    this.still = before.still();
    this.conduct = before.conduct();
    this.ledger = before.ledger();
    this.prompter = new Prompter(checklist, marks.hints(), now);
    this.hintsGiven = before.hintsGiven();
  }

  void started(Event.Started event) {
    tellsAll = true;
    runTimers(event, null);
  }

  void assigned(Event.Assigned event) {
    facts = facts.heldBy(event.agent());
    conduct = conduct.handedOver();
    happened(event, Occurred.of(event));
  }

  /** Something happens without words. */
  void happened(Event event, Occurred what) {
    boolean moved = watch(what);
    runTimers(event, what);
    if (checklist != null && items != null) {
      items.hear(what, course(checklist), moved);
    }
  }

  void answered(HintId hint, HintMark.Answer answer) {
    prompter.answered(hint, answer);
  }

  void contested(Event.ItemContested event) {
    prompter.contested(event.item());
    if (items != null) {
      items.contest(event.item(), new Contest(now, event.comment()), updates);
    }
  }

  void kept(CommitmentId commitment) {
    ledger = ledger.kept(commitment);
  }

  void reopened(CommitmentId commitment) {
    ledger = ledger.reopened(commitment, now);
  }

  void carried(Promised promised) {
    ledger = ledger.carrying(promised, now);
  }

  void said(Event.Said event, Checklists checklists) {
    boolean silent = event.note() || event.author() == Author.SYSTEM;
    if (silent) {
      tellCues(event, List.of());
      return;
    }
    Optional<Language> language = facts.language();
    learn(event.reading(), checklists);
    boolean edited = event.revision() > 0 && seen.mayKnow(event.message());
    Message message = Message.of(event, edited, facts.zone());
    progress = progress.after(message);
    mood = mood.after(message);
    ledger = ledger.after(message, facts, worked());
    tellCues(event, event.reading().cues());
    boolean moved =
        watch(message)
            || progress.stage() != before.progress().stage()
            || !facts.language().equals(language);
    if (!edited) {
      seen = seen.with(event.message());
      pace = pace.after(event.author(), now);
      if (event.speech().isPresent()) {
        conduct = conduct.after(event.author(), event.speech().get());
      }
      runTimers(event, message);
    }
    if (checklist != null && items != null) {
      if (swapped) {
        items.hearAll(message, course(checklist));
      } else {
        items.hear(message, course(checklist), moved);
      }
    }
  }

  /** On which days the house works: those on which its office opens. */
  private Predicate<LocalDate> worked() {
    return checklist == null
        ? Deadline.WEEKDAYS
        : checklist.calendars().named(Calendars.OFFICE)::opensOn;
  }

  void surveyed(Event.SurveyAnswered event) {
    runTimers(event, null);
  }

  /**
   * Lets conditions and figures learn of {@code happening}; whether that may change a condition.
   */
  private boolean watch(Happening happening) {
    if (checklist == null) {
      return false;
    }
    Watched last = watched;
    watched = last.after(happening, checklist.rules());
    tally = tally.after(happening, course(checklist));
    if (checklist.rules().pauses()) {
      still = still.after(happening);
    }
    return !watched.equals(last);
  }

  private Course course(Checklist judging) {
    return new Course(
        facts,
        facts.language().orElse(judging.language()),
        before.progress().stage(),
        progress.stage(),
        judging.rules(),
        judging.calendars(),
        watched);
  }

  private void tellCues(Event.Said event, List<Cue> cues) {
    updates.add(
        new Update.Cues(
            updates.next(),
            now,
            event.message(),
            event.author(),
            event.reading().language(),
            cues,
            progress.stage()));
  }

  private void runTimers(Event event, @Nullable Happening happening) {
    if (checklist != null && timers != null) {
      timers.run(event, happening, course(checklist));
    }
  }

  private void learn(Reading reading, Checklists checklists) {
    boolean decided = facts.language().isPresent();
    facts = facts.knowing(decided ? facts.evidence() : reading.evidence(), reading.acquaintance());
    Optional<Language> language = facts.language();
    if (decided || language.isEmpty() || language.get() == checklists.fallback()) {
      return;
    }
    Checklist next = checklists.choose(language.get(), facts.medium(), facts.queue()).orElse(null);
    if (!Objects.equals(next, checklist)) {
      swap(next);
    }
  }

  private void swap(@Nullable Checklist next) {
    Marks carried = marks().carried(checklist, next, facts);
    if (timers != null) {
      dropped.putAll(timers.droppedUnder(next == null ? null : next.rules()));
    }
    checklist = next;
    swapped = true;
    watched = carried.watched();
    tally = carried.tally();
    items = next == null ? null : new ItemTurn(next.rules(), carried.items());
    timers = next == null ? null : new TimerTurn(next.rules(), carried.timers());
    prompter = new Prompter(next, prompter.marks(), now);
    tellsAll = true;
  }

  void ended(Event.Ended event) {
    ends = true;
    outcome = event.resolution();
    facts = facts.endedAt(now);
    if (checklist != null && timers != null) {
      timers.end(event, course(checklist));
    }
  }

  /** The state after this turn, and what is different. */
  Step finish() {
    if (checklist != null && items != null && !before.ended()) {
      items.judge(course(checklist), ends, tellsAll, updates);
    }
    tellTimers();
    tellPromises();
    if (!before.ended()) {
      judgeHints();
    }
    Update.Summary summary = ends ? summary() : before.summary();
    if (ends && summary != null) {
      updates.add(summary);
    }
    State state =
        new State(
            facts,
            checklist,
            PackedMarks.of(marks(), checklist, facts),
            progress,
            pace,
            seen,
            mood,
            still,
            conduct,
            ledger,
            hintsGiven,
            updates.last(),
            now,
            wakeUp(),
            summary);
    return new Step(state, updates.list());
  }

  private Marks marks() {
    return new Marks(itemMarks(), timerMarks(), prompter.marks(), watched, tally);
  }

  private List<ItemMark> itemMarks() {
    return items == null ? List.of() : items.marks();
  }

  private List<TimerMark> timerMarks() {
    return timers == null ? List.of() : timers.marks();
  }

  private void tellTimers() {
    dropped.forEach((rule, mark) -> updates.add(mark.told(updates.next(), now).update(rule)));
    if (checklist != null && timers != null) {
      timers.judge(still, course(checklist), updates);
    }
  }

  /** After the end no time passes for promises: who follows them then does so elsewhere. */
  private void tellPromises() {
    ledger = (before.ended() ? ledger : ledger.judged(now)).told(before.ledger(), updates);
  }

  private void judgeHints() {
    if (items != null && timers != null && !ends) {
      items.call(progress, prompter);
      timers.call(now, ledger, prompter);
    }
    prompter.withdrawStale(itemMarks(), timerMarks(), ledger);
    HintTurn hints = new HintTurn(prompter, hintsGiven, facts, updates, now);
    hints.tell(ends, tellsAll);
    hintsGiven = hints.given();
  }

  private Update.Summary summary() {
    Map<RuleId, ItemState> itemStates = new LinkedHashMap<>();
    double applied = 0;
    double done = 0;
    if (checklist != null) {
      for (int i = 0; i < checklist.items().size(); i++) {
        Rule.Item rule = checklist.items().get(i);
        ItemState state = itemMarks().get(i).state();
        itemStates.put(rule.id(), state);
        applied += state == ItemState.NOT_APPLICABLE ? 0 : rule.weight();
        done += state == ItemState.DONE ? rule.weight() : 0;
      }
    }
    return new Update.Summary(
        updates.next(),
        now,
        applied > 0 ? Optional.of(done / applied) : Optional.empty(),
        itemStates,
        timers == null ? Map.of() : timers.outcomes(),
        ledger.states(),
        checklist == null ? Map.of() : tally.figures(checklist.rules()),
        pace.durations(facts.started(), now),
        prompter.showings(),
        facts.medium(),
        mood.course(outcome));
  }

  private @Nullable Instant wakeUp() {
    boolean over = ends || before.ended();
    Instant promise = over ? null : ledger.wakeUp(now);
    if (checklist == null || items == null || timers == null) {
      return promise;
    }
    Instant timer = timers.wakeUp(now, still, course(checklist));
    return over
        ? timer
        : Wake.earlier(
            promise, Wake.earlier(timer, Wake.earlier(prompter.wakeUp(), items.wakeUp(now))));
  }
}
