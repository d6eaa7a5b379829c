package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Contest;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.hint.Variables;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a conversation between two events, in one array of bytes: thousands of conversations
 * lie in memory, and only a few are stepping. Immutable. What writes a part stands beside what
 * reads it.
 */
final class PackedMarks {

  private static final List<ItemState> ITEM_STATES = List.of(ItemState.values());
  private static final List<TimerState> TIMER_STATES = List.of(TimerState.values());
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final List<HintMark.Answer> ANSWERS = List.of(HintMark.Answer.values());

  private final byte[] bytes;

  private PackedMarks(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What {@link #bytes} gave. */
  static PackedMarks ofBytes(byte[] bytes) {
    return new PackedMarks(bytes);
  }

  /** Nobody may change them. */
  byte[] bytes() {
    return bytes;
  }

  /** Packs the marks of a conversation that is judged by {@code checklist}. */
  static PackedMarks of(Marks marks, @Nullable Checklist checklist, Facts facts) {
    Packing to = new Packing(facts.started());
    to.each(marks.timers(), mark -> timer(to, mark));
    to.each(marks.items(), mark -> item(to, mark));
    to.each(marks.hints(), mark -> hint(to, mark, checklist));
    watched(to, marks.watched());
    tally(to, marks.tally());
    return new PackedMarks(to.bytes());
  }

  /** The marks that were packed under {@code checklist}, in the conversation of {@code facts}. */
  Marks unpacked(@Nullable Checklist checklist, Facts facts) {
    Unpacking from = new Unpacking(bytes, facts.started());
    List<TimerMark> timers = from.each(() -> timer(from));
    return new Marks(
        from.each(() -> item(from)),
        timers,
        from.each(() -> hint(from, checklist, facts)),
        watched(from),
        tally(from));
  }

  /** The timers alone, which is less work. */
  List<TimerMark> timers(Facts facts) {
    Unpacking from = new Unpacking(bytes, facts.started());
    return from.each(() -> timer(from));
  }

  private static void item(Packing to, ItemMark mark) {
    to.oneOf(ITEM_STATES, mark.state());
    to.optional(mark.opened(), to::instant);
    to.mentions(mark.trigger());
    to.mentions(mark.said());
    to.optional(mark.around(), around -> around(to, around));
    to.optional(mark.schedule(), schedule -> schedule(to, schedule));
    to.number(mark.passed());
    to.number(mark.inARow());
    to.optional(mark.contest(), contest -> contest(to, contest));
    to.number(mark.seq());
    to.instant(mark.at());
  }

  private static ItemMark item(Unpacking from) {
    return new ItemMark(
        from.oneOf(ITEM_STATES),
        from.optional(from::instant),
        from.mentions(),
        from.mentions(),
        from.optional(() -> around(from)),
        from.optional(() -> schedule(from)),
        (short) from.count(),
        (short) from.count(),
        from.optional(() -> contest(from)),
        from.count(),
        from.instant());
  }

  private static void contest(Packing to, Contest contest) {
    to.instant(contest.at());
    to.optional(contest.comment().orElse(null), to::text);
  }

  private static Contest contest(Unpacking from) {
    return new Contest(from.instant(), Optional.ofNullable(from.optional(from::text)));
  }

  private static void around(Packing to, Around around) {
    to.mentions(around.first());
    to.mentions(around.tooSoon());
  }

  private static Around around(Unpacking from) {
    return new Around(from.mentions(), from.mentions());
  }

  private static void schedule(Packing to, Schedule schedule) {
    to.instant(schedule.atRisk());
    to.instant(schedule.deadline());
    to.optional(schedule.pausedSince(), to::instant);
    to.flag(schedule.closed());
  }

  private static Schedule schedule(Unpacking from) {
    return new Schedule(from.instant(), from.instant(), from.optional(from::instant), from.flag());
  }

  private static void watched(Packing to, Watched watched) {
    to.number(watched.all().size());
    for (Mention places : watched.all()) {
      to.mentions(places);
    }
  }

  private static Watched watched(Unpacking from) {
    List<@Nullable Mention> all = new ArrayList<>();
    for (int left = from.size(); left > 0; left--) {
      all.add(from.mentions());
    }
    return Watched.of(all);
  }

  private static void tally(Packing to, Tally tally) {
    int[] counts = tally.counts();
    to.number(counts.length);
    for (int count : counts) {
      to.number(count);
    }
  }

  private static Tally tally(Unpacking from) {
    int[] counts = new int[from.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = from.count();
    }
    return Tally.of(counts);
  }

  private static void timer(Packing to, TimerMark mark) {
    to.number(mark.seq());
    if (mark.ran()) {
      to.oneOf(TIMER_STATES, mark.state());
      to.instant(mark.started());
      to.duration(mark.limit());
      to.optional(mark.schedule(), schedule -> schedule(to, schedule));
      to.flag(mark.everBreached());
      to.instant(mark.at());
    }
  }

  private static TimerMark timer(Unpacking from) {
    int seq = from.count();
    return seq == 0
        ? TimerMark.neverRan()
        : new TimerMark(
            from.oneOf(TIMER_STATES),
            from.instant(),
            from.duration(),
            from.optional(() -> schedule(from)),
            from.flag(),
            seq,
            from.instant());
  }

  private static void hint(Packing to, HintMark mark, @Nullable Checklist checklist) {
    rule(to, mark.rule(), checklist);
    to.number(mark.number());
    to.oneOf(SEVERITIES, mark.severity());
    to.instant(mark.episode().since());
    to.text(mark.episode().message());
    to.instant(mark.until());
    to.oneOf(ANSWERS, mark.answer());
    showings(to, mark.showings());
    to.optional(mark.shown(), shown -> shown(to, shown, checklist));
  }

  private static HintMark hint(Unpacking from, @Nullable Checklist checklist, Facts facts) {
    HintMark hidden =
        new HintMark(
            rule(from, checklist),
            from.count(),
            from.oneOf(SEVERITIES),
            new Episode(from.instant(), from.text()),
            from.instant(),
            from.oneOf(ANSWERS),
            showings(from),
            null);
    Update.Hint shown = from.optional(() -> shown(from, hidden, checklist, facts));
    return shown == null ? hidden : hidden.showing(shown);
  }

  private static void showings(Packing to, Showings showings) {
    to.number(showings.nudges());
    to.number(showings.prompts());
    to.number(showings.urgents());
  }

  private static Showings showings(Unpacking from) {
    return new Showings(from.count(), from.count(), from.count());
  }

  /** What the mark of a visible hint says itself is not written again. */
  private static void shown(Packing to, Update.Hint hint, @Nullable Checklist checklist) {
    Variables variables = hint.variables();
    to.number(hint.seq());
    to.instant(hint.at());
    to.each(hint.because(), because -> because(to, because, checklist));
    to.optional(variables.customer().orElse(null), to::text);
    to.optional(variables.agent().orElse(null), to::text);
    to.instant(variables.at());
    to.optional(variables.delay().orElse(null), to::duration);
    to.optional(variables.term().orElse(null), to::text);
    to.optional(variables.replacement().orElse(null), to::text);
  }

  private static Update.Hint shown(
      Unpacking from, HintMark mark, @Nullable Checklist checklist, Facts facts) {
    return new Update.Hint(
        from.number(),
        from.instant(),
        HintMark.id(mark.number()),
        mark.rule(),
        mark.severity(),
        from.each(() -> because(from, checklist)),
        new Variables(
            Optional.ofNullable(from.optional(from::text)),
            Optional.ofNullable(from.optional(from::text)),
            from.instant(),
            facts.zone(),
            Optional.ofNullable(from.optional(from::duration)),
            Optional.ofNullable(from.optional(from::text)),
            Optional.ofNullable(from.optional(from::text))),
        mark.until());
  }

  private static void because(Packing to, Because because, @Nullable Checklist checklist) {
    switch (because) {
      case Because.Said(Evidence said) -> {
        to.flag(true);
        to.text(said.message().key());
        to.number(said.span().start());
        to.number(said.span().end());
      }
      case Because.Deadline(RuleId rule, Instant deadline) -> {
        to.flag(false);
        rule(to, rule, checklist);
        to.instant(deadline);
      }
    }
  }

  private static Because because(Unpacking from, @Nullable Checklist checklist) {
    return from.flag()
        ? new Because.Said(
            new Evidence(new MessageId(from.text()), new Span(from.count(), from.count())))
        : new Because.Deadline(rule(from, checklist), from.instant());
  }

  /** As its place in the checklist, from 1, items before timers; by name where it has none. */
  private static void rule(Packing to, RuleId rule, @Nullable Checklist checklist) {
    int item = checklist == null ? -1 : checklist.rules().placeOfItem(rule);
    int timer = checklist == null ? -1 : checklist.rules().placeOfTimer(rule);
    if (checklist != null && item >= 0) {
      to.number(item + 1L);
    } else if (checklist != null && timer >= 0) {
      to.number(checklist.items().size() + timer + 1L);
    } else {
      to.number(0);
      to.text(rule.key());
    }
  }

  private static RuleId rule(Unpacking from, @Nullable Checklist checklist) {
    int place = from.count() - 1;
    if (checklist == null || place < 0) {
      return new RuleId(from.text());
    }
    int items = checklist.items().size();
    return place < items
        ? checklist.items().get(place).id()
        : checklist.timers().get(place - items).id();
  }
}
