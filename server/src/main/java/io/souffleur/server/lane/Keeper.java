package io.souffleur.server.lane;

import io.souffleur.server.contract.Elsewhere;
import io.souffleur.server.contract.Original;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Outcome;
import io.souffleur.wire.Ack;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the conversations of one lane: takes in what happens, holds back what follows until it is
 * durable, wakes them, lets them rest. For the lane's thread.
 */
final class Keeper {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  /** How long a conversation in which nothing happens and that nobody watches stays in memory. */
  static final Duration REST = Duration.ofMinutes(10);

  /** From when on a wake-up came late. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final Surroundings around;
  private final Inbox inbox;
  private final Counters counters;
  private final Fold fold;
  private final Sleepers sleepers;
  private final Imprints imprints;
  private final Neighbours neighbours;
  private final Masking masking;
  private final Texts texts;
  private final Repeats repeats;
  private final Alarms alarms = new Alarms();
  private final Residents residents;
  private final Audiences audiences;
  private final Entrance entrance;
  private final Drafts drafts;
  private final Handover handover;
  private int inFlight;

  Keeper(Surroundings around, Inbox inbox) {
    this.around = around;
    this.inbox = inbox;
    this.counters = around.counters();
    this.fold = new Fold(around.coaching(), counters);
    this.sleepers = new Sleepers(new Recall(around, fold), this::settleIn);
    this.imprints = new Imprints(around.snapshots());
    this.residents = new Residents(counters, alarms, imprints);
    this.masking = new Masking(around.discretion());
    this.texts = new Texts(around.discretion().words());
    this.neighbours = new Neighbours(around.caseloads());
    this.repeats = new Repeats(around.journal(), masking, texts);
    this.audiences = new Audiences(around, REST);
    this.entrance = new Entrance(around, audiences, this::find, this::ring);
    this.drafts = new Drafts(around, this::find);
    this.handover = new Handover(around);
  }

  int inFlight() {
    return inFlight;
  }

  /** When it wants to look around next; null: not by itself. */
  @Nullable Instant soonest() {
    Instant alarm = alarms.soonest();
    Instant imprint = imprints.soonest();
    return alarm == null || (imprint != null && imprint.isBefore(alarm)) ? imprint : alarm;
  }

  /** Everything has been handled, and nothing more comes. */
  void rest() {
    imprints.takeAll();
  }

  /**
   * Takes something in.
   *
   * @param channel which tells it; empty when an agent did it
   */
  void keep(Input input, Optional<ChannelName> channel, Consumer<Receipt> receipt) {
    Receipt.@Nullable NotKept refusal;
    try {
      refusal = kept(masking.masked(input), channel, receipt);
    } catch (RuntimeException e) {
      LOG.error("an event of conversation {} failed", input.conversation(), e);
      refusal = Refusals.of(input, RefusalCode.INTERNAL, "the server failed: send it again later");
    }
    if (refusal != null) {
      counters.refused.increment();
      Answers.tell(receipt, refusal);
    }
  }

  /** Null when it was taken in. */
  private Receipt.@Nullable NotKept kept(
      Masking.Masked masked, Optional<ChannelName> channel, Consumer<Receipt> receipt) {
    Input input = masked.input();
    Resident resident = find(input.conversation());
    boolean start = input instanceof Input.FromChannel(ChannelEvent.ConversationStarted started);
    if (resident == null) {
      if (around.discretion().erased().test(input.conversation())) {
        return Refusals.erased(input);
      }
      if (!start) {
        return Refusals.unknown(input);
      }
      take(
          residents.admit(new Resident(input.conversation(), channel.orElse(ChannelName.UNKNOWN))),
          masked,
          receipt);
      return null;
    }
    Receipt.@Nullable NotKept outright =
        Refusals.outright(resident, input, channel, around.discretion());
    if (outright != null) {
      return outright;
    }
    return switch (repeats.judge(resident, input)) {
      case Repeats.Judgement.Durable(long position) -> {
        counters.repeated.increment();
        Answers.tell(receipt, new Receipt.Kept(new Ack(input.id(), resident.key, position)));
        yield null;
      }
      case Repeats.Judgement.InFlight(long position) -> {
        counters.repeated.increment();
        resident.hold(new Held(position, input, receipt, List.of(), null));
        yield null;
      }
      case Repeats.Judgement.Conflict() -> Refusals.conflict(input);
      case Repeats.Judgement.Stale() -> Refusals.stale(input);
      case Repeats.Judgement.Fresh() -> {
        if (start) {
          yield Refusals.started(input);
        }
        if (resident.ended && input instanceof Input.FromChannel told && !told.mayFollowTheEnd()) {
          yield Refusals.ended(input);
        }
        take(resident, masked, receipt);
        yield null;
      }
    };
  }

  private void take(Resident resident, Masking.Masked masked, Consumer<Receipt> receipt) {
    Input input = masked.input();
    Instant now = around.clock().instant();
    Instant at =
        input instanceof Input.FromChannel(ChannelEvent event)
            ? around.clock().at(event.at().toInstant())
            : now;
    Instant handled = Answers.later(resident.reached, at.isBefore(now) ? at : now);
    for (Input.Noted note : handover.before(resident, input, now)) {
      note(resident, note, handled, now);
    }
    handle(resident, masked, handled, now, receipt);
    for (Input.Noted note : handover.after(resident, input, now)) {
      note(resident, note, handled, now);
    }
  }

  private void note(Resident resident, Input.Noted note, Instant handled, Instant now) {
    handle(resident, new Masking.Masked(note, Original.SHOWN), handled, now, nobody -> {});
  }

  private void handle(
      Resident resident,
      Masking.Masked masked,
      Instant handled,
      Instant now,
      Consumer<Receipt> receipt) {
    Input input = masked.input();
    Original original = masked.original();
    long position = resident.position + 1;
    resident.position = position;
    inFlight++;
    counters.inFlight.increment();
    boolean coached = !resident.degraded;
    State before = resident.state;
    Elsewhere elsewhere =
        texts.toHandle(fold, resident, masked, handled, neighbours.of(resident, input));
    List<Told> told = fold.handle(resident, input, handled, elsewhere, original);
    Entry entry = texts.entry(resident, input, elsewhere, told, original);
    resident.mark = entry.checksum();
    around
        .journal()
        .append(entry, outcome -> inbox.signal(() -> settled(resident, position, outcome)));
    neighbours.count(resident, before);
    resident.hold(new Held(position, input, receipt, told, resident.state));
    resident.touched = now;
    if (input.saidBy(Author.AGENT)) {
      resident.drafts++;
    }
    if (coached && resident.degraded) {
      audiences.dismiss(resident, Refusals.degraded(resident.key));
    }
    arm(resident, now);
  }

  private void settled(Resident resident, long position, Outcome outcome) {
    inFlight--;
    counters.inFlight.decrement();
    if (residents.get(resident.key) != resident) {
      return;
    }
    switch (outcome) {
      case DURABLE -> {
        counters.events.increment();
        resident.durable = position;
        release(resident);
        imprints.changed(resident, around.clock().instant());
      }
      case NO_ROOM -> giveUp(resident, RefusalCode.BUSY, Refusals.NO_ROOM);
      case CLASH, BROKEN -> giveUp(resident, RefusalCode.INTERNAL, Refusals.NOT_KEPT);
    }
  }

  private void release(Resident resident) {
    Held held = resident.release();
    while (held != null) {
      State before = resident.shown;
      State after = held.state();
      if (after != null) {
        resident.shown = after;
        residents.shown(resident, before);
        audiences.publish(resident, held.told(), before, after);
        if (held.input() != null) {
          handover.kept(resident, held.input(), after, around.clock().instant());
        }
      }
      Held kept = held;
      kept.answer(input -> new Receipt.Kept(new Ack(input.id(), resident.key, kept.after())));
      held = resident.release();
    }
  }

  /**
   * Forgets what was not kept, and goes on from what the journal has. Those who watch have seen
   * nothing of it.
   */
  private void giveUp(Resident resident, RefusalCode code, String reason) {
    residents.forget(resident);
    neighbours.forget(resident);
    refuse(resident, input -> Refusals.of(input, code, reason));
    Resident again = find(resident.key);
    if (again == null) {
      audiences.dismiss(resident, Refusals.unknown(resident.key));
      return;
    }
    Instant now = around.clock().instant();
    ring(again, now);
    Audience audience = resident.audience;
    State shown = again.shown;
    if (audience != null && shown != null) {
      again.audience = audience;
      audience.refresh(shown, now);
    }
  }

  /** Tells those who wait for what is held that it will never be kept. */
  private void refuse(Resident resident, Function<Input, Receipt.NotKept> refusal) {
    for (Held held : handover.lost(resident.giveUp())) {
      if (held.answer(refusal::apply)) {
        counters.refused.increment();
      }
    }
  }

  /** Looks at every conversation whose alarm is due. */
  void ring() {
    Instant now = around.clock().instant();
    imprints.ring(now);
    Resident resident = alarms.due(now);
    while (resident != null) {
      ring(resident, now);
      resident = alarms.due(now);
    }
  }

  private void ring(Resident resident, Instant now) {
    Optional<Instant> due = resident.wakeUp().filter(at -> !at.isAfter(now));
    while (due.isPresent()) {
      List<Told> told = fold.wake(resident, due.get());
      counters.wakeUps.increment();
      if (now.isAfter(due.get().plus(LATE))) {
        counters.late.increment();
      }
      if (resident.degraded) {
        audiences.dismiss(resident, Refusals.degraded(resident.key));
      }
      resident.hold(new Held(resident.position, null, null, told, resident.state));
      release(resident);
      due = resident.wakeUp().filter(at -> !at.isAfter(now));
    }
    if (resident.mayRest(REST, now)) {
      residents.forget(resident);
    } else {
      arm(resident, now);
    }
  }

  /** An alarm that is set for sooner stays: when it rings, it is set anew. */
  private void arm(Resident resident, Instant now) {
    Instant next = resident.wakeUp().orElseGet(() -> now.plus(REST));
    if (resident.alarm == null || resident.alarm.isAfter(next)) {
      alarms.set(resident, next);
    }
  }

  /**
   * The conversation, from the journal when it is not in memory; null when it was never started.
   */
  private @Nullable Resident find(ConversationKey key) {
    Resident resident = residents.get(key);
    if (resident != null) {
      return resident;
    }
    Resident loaded = around.discretion().erased().test(key) ? null : sleepers.wake(key);
    return loaded == null ? null : settleIn(loaded);
  }

  private Resident settleIn(Resident loaded) {
    Instant now = around.clock().instant();
    loaded.touched = now;
    residents.admit(loaded);
    neighbours.count(loaded, null);
    arm(loaded, now);
    imprints.recalled(loaded, now);
    if (loaded.shown != null) {
      around.attentions().changed(loaded.key, List.of(), null, loaded.shown);
    }
    return loaded;
  }

  /**
   * Lets go of a conversation that is being erased, as if it had never been. {@link
   * Discretion#erased} must say so already.
   */
  void erase(ConversationKey key) {
    sleepers.forget(key);
    Resident resident = residents.get(key);
    if (resident != null) {
      residents.forget(resident);
      neighbours.forget(resident);
      around.attentions().gone(key, resident.shown);
      refuse(resident, Refusals::erased);
      audiences.dismiss(resident, Refusals.erased(key));
    }
    around.snapshots().erase(new ConversationId(key.value()));
    around.promises().erase(key).forEach(around.attentions()::owing);
  }

  /** Shows a conversation to somebody. */
  void join(ConversationKey key, Seat seat, Optional<Position> from) {
    entrance.join(key, seat, from);
  }

  /** Somebody watches no longer. */
  void leave(ConversationKey key, Seat seat) {
    Resident resident = residents.get(key);
    seat.leave();
    if (resident != null) {
      audiences.leave(resident, seat);
    }
  }

  Sleepers sleepers() {
    return sleepers;
  }

  Drafts drafts() {
    return drafts;
  }

  /** Tells the attention board of an agent where their conversations stand, once all are here. */
  void survey(String agent, Runnable surveyed) {
    sleepers.afterwards(
        () -> {
          residents.survey(agent, around.attentions());
          surveyed.run();
        });
  }
}
