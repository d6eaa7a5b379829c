package io.souffleur.server.lane;

import io.souffleur.server.contract.Telling;
import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who watches one conversation, and its latest updates for those who come back. For the thread of
 * the conversation's lane.
 */
final class Audience {

  /**
   * Updates kept for those who come back, while the conversation lives; later, a snapshot will do:
   * ten minutes of ended conversations would take more memory than those that live.
   */
  static final int MOST_RECENT = 256;

  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  private final ConversationKey conversation;
  private final String epoch;
  private final Deque<Told> recent = new ArrayDeque<>();
  private final List<Seat> seats = new ArrayList<>();

  /** Those who came before anything was durable, and what they know already. */
  private final Map<Seat, Optional<Position>> early = new LinkedHashMap<>();

  Audience(ConversationKey conversation, String epoch) {
    this.conversation = conversation;
    this.epoch = epoch;
  }

  boolean isEmpty() {
    return seats.isEmpty() && early.isEmpty();
  }

  int size() {
    return seats.size();
  }

  /**
   * Shows {@code state}, or what was missed since {@code from} when that is known without gap.
   * While there is no state that may be seen, they wait for it.
   */
  void join(Seat seat, @Nullable State state, Instant now, Optional<Position> from) {
    if (state == null) {
      early.put(seat, from);
      return;
    }
    if (!seat.maySee(state)) {
      tell(seat, watcher -> watcher.refused(notTheirs()));
      return;
    }
    seats.add(seat);
    if (from.isPresent() && covers(from.get(), state)) {
      long seq = from.get().seq();
      List<CoachingUpdate> missed =
          words(
              recent.stream().filter(told -> told.update().seq() > seq).toList(), seat.language());
      DeskReply.Resumed resumed = new DeskReply.Resumed(conversation, epoch, seq);
      tell(seat, watcher -> watcher.resumed(resumed, missed));
    } else {
      show(seat, state, now);
    }
  }

  private boolean covers(Position from, State state) {
    if (!from.epoch().equals(epoch) || from.seq() > state.seq()) {
      return false;
    }
    return from.seq() == state.seq()
        || (!recent.isEmpty() && recent.getFirst().update().seq() <= from.seq() + 1);
  }

  /** False when {@code seat} was not there. */
  boolean leave(Seat seat) {
    early.remove(seat);
    return seats.remove(seat);
  }

  /**
   * Tells everybody what led from {@code before} to {@code after}. Those who may not see it any
   * longer are refused instead, and leave.
   */
  void tell(List<Told> told, @Nullable State before, State after, Instant now) {
    remember(told, after);
    if (before == null) {
      early.forEach((seat, from) -> join(seat, after, now, from));
      early.clear();
      return;
    }
    boolean facts = !sameFacts(before.facts(), after.facts());
    if (facts) {
      expel(seat -> !seat.maySee(after), notTheirs());
    }
    if (seats.isEmpty() || (told.isEmpty() && !facts)) {
      return;
    }
    Map<Optional<Language>, Bulletin> bulletins = new HashMap<>();
    for (Seat seat : List.copyOf(seats)) {
      if (!told.isEmpty()) {
        Bulletin bulletin =
            bulletins.computeIfAbsent(
                seat.language(), language -> new Bulletin(words(told, language)));
        tell(seat, watcher -> watcher.updates(bulletin));
      }
      if (facts) {
        show(seat, after, now);
      }
    }
  }

  private void remember(List<Told> told, State after) {
    if (after.facts().ended().isPresent()) {
      recent.clear();
      return;
    }
    for (Told one : told) {
      if (recent.size() == MOST_RECENT) {
        recent.remove();
      }
      recent.add(one);
    }
  }

  /** Shows everything afresh; nothing from before can be resumed. */
  void refresh(State state, Instant now) {
    recent.clear();
    expel(seat -> !seat.maySee(state), notTheirs());
    for (Seat seat : List.copyOf(seats)) {
      show(seat, state, now);
    }
  }

  /** Sends everybody away. */
  void dismiss(Refused reason) {
    recent.clear();
    seats.addAll(early.keySet());
    early.clear();
    expel(seat -> true, reason);
  }

  private void expel(Predicate<Seat> whom, Refused reason) {
    List<Seat> expelled = seats.stream().filter(whom).toList();
    seats.removeAll(expelled);
    expelled.forEach(seat -> tell(seat, watcher -> watcher.refused(reason)));
  }

  private void show(Seat seat, State state, Instant now) {
    tell(
        seat,
        watcher ->
            watcher.snapshot(Telling.snapshot(conversation, epoch, state, now, seat.language())));
  }

  private List<CoachingUpdate> words(List<Told> told, Optional<Language> language) {
    return told.stream().map(one -> Telling.update(conversation, one, language)).toList();
  }

  /** What snapshots tell and updates don't. */
  private static boolean sameFacts(Facts one, Facts other) {
    return one.agent().equals(other.agent())
        && one.language().equals(other.language())
        && one.ended().equals(other.ended());
  }

  private Refused notTheirs() {
    return new Refused(
        Optional.empty(),
        Optional.of(conversation),
        RefusalCode.UNAUTHORISED,
        "another agent holds this conversation",
        Optional.empty());
  }

  private static void tell(Seat seat, Consumer<Watcher> what) {
    try {
      what.accept(seat.watcher());
    } catch (RuntimeException e) {
      LOG.error("a watcher failed", e);
    }
  }
}
