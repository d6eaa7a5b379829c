package io.souffleur.server.core;

import io.souffleur.server.core.commitment.Deadline;
import io.souffleur.server.core.conversation.CommitmentId;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Promised;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the agent has promised by a time, in the order it was promised. Immutable.
 *
 * <p>The agent says when a promise is kept. By itself the ledger takes one for kept only where it
 * was to a time of the clock: when the agent speaks with the same customer in a conversation that
 * began later, or when the customer says that all is well.
 */
final class Ledger {

  /** More promises than these are not followed. */
  static final int MOST = 32;

  private static final Ledger NONE = new Ledger(List.of());

  private final List<Promise> promises;

  private Ledger(List<Promise> promises) {
    this.promises = List.copyOf(promises);
  }

  static Ledger none() {
    return NONE;
  }

  /** What {@link #promises} gave. */
  static Ledger of(List<Promise> promises) {
    return promises.isEmpty() ? NONE : new Ledger(promises);
  }

  /** All of them, in the order they were promised. */
  List<Promise> promises() {
    return promises;
  }

  /**
   * The ledger after {@code message} was said in the conversation of {@code facts}.
   *
   * @param works whether the house works on a day, for promises in working days
   */
  Ledger after(Message message, Facts facts, Predicate<LocalDate> works) {
    return switch (message.author()) {
      case AGENT -> afterAgent(message, facts, works);
      case CUSTOMER ->
          !message.edited() && shows(message, CueName.RESOLVED)
              ? each(promise -> promise.toTheMinute() ? settled(promise) : promise)
              : this;
      case BOT, SYSTEM -> this;
    };
  }

  private Ledger afterAgent(Message message, Facts facts, Predicate<LocalDate> works) {
    Terms terms = new Terms(facts.zone(), works);
    if (message.edited()) {
      return edited(message, terms);
    }
    Ledger spoken =
        each(promise -> promise.isKeptBySpeaking(facts.started()) ? settled(promise) : promise);
    return shows(message, CueName.COMMITMENT) ? spoken.with(message, terms) : spoken;
  }

  /** Kept, where it is neither kept nor late. */
  private static Promise settled(Promise promise) {
    return promise.pending() ? promise.in(CommitmentState.KEPT) : promise;
  }

  private static boolean shows(Message message, CueName name) {
    for (Cue cue : message.cues()) {
      if (cue.name() == name) {
        return true;
      }
    }
    return false;
  }

  private Ledger with(Message message, Terms terms) {
    List<Promise> all = new ArrayList<>(promises);
    for (Cue cue : message.cues()) {
      Promise.Term term = terms.of(cue, message.at());
      if (term != null) {
        add(all, message, cue, message.at(), term);
      }
    }
    return all.equals(promises) ? this : new Ledger(all);
  }

  /** Reads by when something was promised, where and for whom it was said. */
  private record Terms(ZoneId zone, Predicate<LocalDate> works) {

    Promise.@Nullable Term of(Cue cue, Instant made) {
      if (cue.name() != CueName.COMMITMENT || cue.value().isEmpty()) {
        return null;
      }
      Deadline deadline = Deadline.parse(cue.value().get()).orElse(null);
      return deadline == null ? null : Promise.Term.of(deadline, made.atZone(zone), works);
    }
  }

  private static void add(
      List<Promise> all, Message message, Cue cue, Instant made, Promise.Term term) {
    for (int i = 0; i < all.size(); i++) {
      Promise known = all.get(i);
      if (known.carried() == null && known.isRepeatedBy(term, made)) {
        if (!known.saidIn(message.key())) {
          all.set(i, known.saidAt(Mention.of(message.id(), cue, known.places())));
        }
        return;
      }
    }
    if (all.size() < MOST) {
      all.add(Promise.made(all.size() + 1, Mention.of(message.id(), cue, null), made, term));
    }
  }

  /**
   * An edit says anew what its message promised, as of when it did first: a promise that it still
   * makes stays, the others move to the times it names now, and what is left over is withdrawn. A
   * promise that was kept, or that another message makes, too, does neither.
   */
  private Ledger edited(Message message, Terms terms) {
    List<Promise> all = new ArrayList<>(promises);
    List<Integer> loose = new ArrayList<>();
    Instant made = message.at();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).saidIn(message.key())) {
        made = all.get(i).made();
        loose.addFirst(i);
      }
    }
    if (loose.isEmpty()) {
      return shows(message, CueName.COMMITMENT) ? with(message, terms) : this;
    }
    Map<Promise.Term, Cue> left = new LinkedHashMap<>();
    for (Cue cue : message.cues()) {
      Promise.Term term = terms.of(cue, made);
      if (term != null) {
        left.putIfAbsent(term, cue);
      }
    }
    left.entrySet().removeIf(each -> stays(all, loose, message, each.getValue(), each.getKey()));
    loose.forEach(place -> all.set(place, without(all.get(place), message)));
    loose.removeIf(place -> all.get(place).state() != CommitmentState.WITHDRAWN);
    for (Map.Entry<Promise.Term, Cue> each : left.entrySet()) {
      if (loose.isEmpty()) {
        add(all, message, each.getValue(), made, each.getKey());
      } else {
        int place = loose.removeFirst();
        Mention said = Mention.of(message.id(), each.getValue(), null);
        all.set(place, all.get(place).saidAt(said).movedTo(each.getKey()));
      }
    }
    return new Ledger(all);
  }

  /**
   * Whether one of the promises of the message ends as {@code term} does: then it is no longer
   * loose.
   */
  private static boolean stays(
      List<Promise> all, List<Integer> loose, Message message, Cue cue, Promise.Term term) {
    for (Integer place : loose) {
      Promise promise = all.get(place);
      if (promise.deadline().equals(term.deadline())) {
        Mention rest = Mention.without(promise.places(), message.key());
        all.set(place, promise.saidAt(Mention.of(message.id(), cue, rest)));
        loose.remove(/* element */ place);
        return true;
      }
    }
    return false;
  }

  private static Promise without(Promise promise, Message message) {
    Promise after = promise.saidAt(Mention.without(promise.places(), message.key()));
    return after.places() == null && after.owed() ? after.in(CommitmentState.WITHDRAWN) : after;
  }

  /** With a promise of an earlier conversation; one that is known already is not taken again. */
  Ledger carrying(Promised promised, Instant now) {
    for (Promise promise : promises) {
      if (promise.carried() != null && promise.carried().isSameAs(promised)) {
        return this;
      }
    }
    if (promises.size() == MOST) {
      return this;
    }
    List<Promise> all = new ArrayList<>(promises);
    all.add(Promise.carried(all.size() + 1, promised, now));
    return new Ledger(all);
  }

  /** The agent says that it is kept; one that was never made, or is, is ignored. */
  Ledger kept(CommitmentId id) {
    return each(
        promise ->
            promise.owed() && promise.id().equals(id) ? promise.in(CommitmentState.KEPT) : promise);
  }

  /** The agent says that it is not kept after all; ignored unless it was. */
  Ledger reopened(CommitmentId id, Instant now) {
    return each(
        promise ->
            promise.state() == CommitmentState.KEPT && promise.id().equals(id)
                ? promise.in(CommitmentState.OPEN).judged(now)
                : promise);
  }

  /** As time alone has it at {@code now}. */
  Ledger judged(Instant now) {
    return each(promise -> promise.judged(now));
  }

  private Ledger each(UnaryOperator<Promise> change) {
    if (promises.isEmpty()) {
      return this;
    }
    List<Promise> all = promises.stream().map(change).toList();
    return all.equals(promises) ? this : new Ledger(all);
  }

  /**
   * The promise that a hint should be about: the nearest that is about to fall due, else the one
   * that is late since the shortest time; null when there is neither.
   */
  @Nullable Promise mostPressing() {
    Promise most = null;
    for (Promise promise : promises) {
      boolean presses = promise.owed() && promise.state() != CommitmentState.OPEN;
      if (presses && (most == null || promise.pressesMoreThan(most))) {
        most = promise;
      }
    }
    return most;
  }

  /** Whether the promise of a hint is still owed. */
  boolean owes(Episode episode) {
    return promises.stream()
        .anyMatch(promise -> promise.owed() && promise.episode().equals(episode));
  }

  /** Tells what stands differently than in {@code before}, and remembers what was told. */
  Ledger told(Ledger before, Updates updates) {
    if (this == before) {
      return this;
    }
    List<Promise> all = new ArrayList<>(promises);
    for (int i = 0; i < all.size(); i++) {
      Promise promise = all.get(i);
      if (i >= before.promises.size() || !promise.standsLike(before.promises.get(i))) {
        all.set(i, promise.told(updates.next(), updates.now()));
        updates.add(all.get(i).update());
      }
    }
    return new Ledger(all);
  }

  /** The next instant after {@code now} at which one changes by itself. */
  @Nullable Instant wakeUp(Instant now) {
    Instant next = null;
    for (Promise promise : promises) {
      next = Wake.earlier(next, promise.wakeUp(now));
    }
    return next;
  }

  /** What is on show, in the order it was promised. */
  List<Update.Commitment> updates() {
    if (promises.isEmpty()) {
      return List.of();
    }
    return promises.stream()
        .filter(promise -> promise.state() != CommitmentState.WITHDRAWN)
        .map(Promise::update)
        .toList();
  }

  Map<CommitmentId, CommitmentState> states() {
    Map<CommitmentId, CommitmentState> states = new LinkedHashMap<>();
    for (Promise promise : promises) {
      if (promise.state() != CommitmentState.WITHDRAWN) {
        states.put(promise.id(), promise.state());
      }
    }
    return states;
  }
}
