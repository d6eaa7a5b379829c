package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.wire.ConversationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation in memory. Belongs to its lane's thread. */
final class Resident {

  final ConversationKey key;
  final ConversationId id;
  final KnownKeys keys;

  /** Which channel started it: no other one may tell of it. */
  final ChannelName channel;

  /** After everything that was handled; null when coaching failed before it began. */
  @Nullable State state;

  /** After everything that is durable, which is all that anybody may see. */
  @Nullable State shown;

  /** Of the last entry handed to the journal. */
  long position;

  /** Of the last entry that is durable. */
  long durable;

  /** Of the last entry that its latest snapshot holds; 0 when there is none. */
  long imprinted;

  /** By which the last entry handed to the journal is recognised. */
  int mark;

  /** A snapshot was due while something was on its way. */
  boolean overdue;

  /** Never goes back, coached or not. */
  Instant reached = Instant.MIN;

  boolean ended;

  /** Coaching stopped after a fault; events are kept all the same. */
  boolean degraded;

  /** When the lane looks at it next. Changed by {@link Alarms} alone. */
  @Nullable Instant alarm;

  Instant touched = Instant.MIN;

  /**
   * Counts drafts, and messages by which one was sent: what is found in an older draft is told to
   * nobody.
   */
  int drafts;

  /** Whether the last draft that was read for its spelling had errors. */
  boolean misspelt;

  @Nullable Audience audience;

  /** When the last watcher left. */
  Instant left = Instant.MIN;

  private @Nullable Deque<Held> held;

  Resident(ConversationKey key, ChannelName channel) {
    this(key, channel, new KnownKeys());
  }

  Resident(ConversationKey key, ChannelName channel, KnownKeys keys) {
    this.key = key;
    this.channel = channel;
    this.id = new ConversationId(key.value());
    this.keys = keys;
  }

  /** Whether all that was handled is durable, and so {@link #shown}. */
  boolean isAtRest() {
    return durable == position && !holds();
  }

  void hold(Held one) {
    if (held == null) {
      held = new ArrayDeque<>(4);
    }
    held.add(one);
  }

  /** The oldest that is held and may be told now; null when there is none. */
  @Nullable Held release() {
    if (held == null || held.isEmpty() || held.element().after() > durable) {
      return null;
    }
    return held.remove();
  }

  boolean holds() {
    return held != null && !held.isEmpty();
  }

  /** Everything that was held and will never be told. */
  Deque<Held> giveUp() {
    Deque<Held> given = held == null ? new ArrayDeque<>() : held;
    held = null;
    return given;
  }

  Deque<Held> held() {
    return held == null ? new ArrayDeque<>() : held;
  }

  /** Whether nothing has happened for {@code time}, and nothing is awaited. */
  boolean mayRest(Duration time, Instant now) {
    return wakeUp().isEmpty()
        && !holds()
        && (audience == null || audience.isEmpty())
        && !touched.plus(time).isAfter(now);
  }

  Optional<Instant> wakeUp() {
    return degraded || state == null ? Optional.empty() : state.wakeUp();
  }
}
