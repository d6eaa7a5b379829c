package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one conversation; immutable. Message texts are not kept, only what
 * rules need, so that many conversations fit in memory.
 */
public final class State {

  private final Facts facts;
  private final @Nullable Checklist checklist;
  private final PackedMarks marks;
  private final Progress progress;
  private final Pace pace;
  private final Seen seen;
  private final Mood mood;
  private final Standstill still;
  private final Conduct conduct;
  private final Ledger ledger;
  private final int hintsGiven;
  private final int seq;
  private final Instant reached;
  private final @Nullable Instant wakeUp;
  private final Update.@Nullable Summary summary;

  State(
      Facts facts,
      @Nullable Checklist checklist,
      PackedMarks marks,
      Progress progress,
      Pace pace,
      Seen seen,
      Mood mood,
      Standstill still,
      Conduct conduct,
      Ledger ledger,
      int hintsGiven,
      int seq,
      Instant reached,
      @Nullable Instant wakeUp,
      Update.@Nullable Summary summary) {
    this.facts = facts;
    this.checklist = checklist;
    this.marks = marks;
    this.progress = progress;
    this.pace = pace;
    this.seen = seen;
    this.mood = mood;
    this.still = still;
    this.conduct = conduct;
    this.ledger = ledger;
    this.hintsGiven = hintsGiven;
    this.seq = seq;
    this.reached = reached;
    this.wakeUp = wakeUp;
    this.summary = summary;
  }

  /** The instant of the last event or wake-up; time never goes back before it. */
  public Instant reached() {
    return reached;
  }

  /**
   * When it wants to be woken next; empty when nothing is pending. Always after {@link #reached}.
   */
  public Optional<Instant> wakeUp() {
    return Optional.ofNullable(wakeUp);
  }

  /** The number of the last update; 0 before the first. */
  public long seq() {
    return seq;
  }

  /** Who, how, where. */
  public Facts facts() {
    return facts;
  }

  /** What a reader needs to understand a message of {@code author} at {@code at}. */
  public ReadingContext contextFor(Author author, Instant at) {
    return contextFor(author, at, List.of());
  }

  /** The same, while the agent also talks to {@code others}. */
  public ReadingContext contextFor(Author author, Instant at, List<Customer> others) {
    return facts.contextFor(
        author, at, checklist == null ? TextPatterns.NONE : checklist.patterns(), others);
  }

  /** The rules it is judged by; empty when the house has none for it. */
  public Optional<Checklist> checklist() {
    return Optional.ofNullable(checklist);
  }

  /** What is on show now. Items and timers in the order of the checklist, hints as they came. */
  public View view() {
    Marks marks = marks();
    List<Update.Item> items = new ArrayList<>();
    if (checklist != null) {
      for (int i = 0; i < checklist.items().size(); i++) {
        items.add(ItemJudge.update(checklist.items().get(i), marks.items().get(i)));
      }
    }
    List<Update.Hint> hints =
        marks.hints().stream()
            .<Update.Hint>mapMulti(
                (mark, out) -> {
                  Update.Hint shown = mark.shown();
                  if (shown != null) {
                    out.accept(shown);
                  }
                })
            .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
            .toList();
    return new View(
        progress.stage(),
        items,
        timers(marks.timers()),
        ledger.updates(),
        hints,
        Optional.ofNullable(summary));
  }

  /** The timers that ever ran, in the order of the checklist. */
  public List<Update.Timer> timers() {
    return timers(marks.timers(facts));
  }

  private List<Update.Timer> timers(List<TimerMark> timerMarks) {
    List<Update.Timer> timers = new ArrayList<>();
    for (int i = 0; checklist != null && i < timerMarks.size(); i++) {
      if (timerMarks.get(i).ran()) {
        timers.add(timerMarks.get(i).update(checklist.timers().get(i)));
      }
    }
    return timers;
  }

  boolean ended() {
    return summary != null;
  }

  Marks marks() {
    return marks.unpacked(checklist, facts);
  }

  PackedMarks packedMarks() {
    return marks;
  }

  Progress progress() {
    return progress;
  }

  Pace pace() {
    return pace;
  }

  Seen seen() {
    return seen;
  }

  Mood mood() {
    return mood;
  }

  Standstill still() {
    return still;
  }

  /** How the two share the call; empty where they write. */
  public Conduct conduct() {
    return conduct;
  }

  Ledger ledger() {
    return ledger;
  }

  /** The agent's promises that are on show, in the order they were made. */
  public List<Update.Commitment> commitments() {
    return ledger.updates();
  }

  int hintsGiven() {
    return hintsGiven;
  }

  Update.@Nullable Summary summary() {
    return summary;
  }

  /** The same, after something that changes nothing on show has been handled. */
  State reached(Instant at) {
    return new State(
        facts,
        checklist,
        marks,
        progress,
        pace,
        seen,
        mood,
        still,
        conduct,
        ledger,
        hintsGiven,
        seq,
        at,
        wakeUp,
        summary);
  }
}
