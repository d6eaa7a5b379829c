package io.souffleur.server.lane;

import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the conversations of a lane to those who come, or says why not. For the lane's thread. */
final class Entrance {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final Surroundings around;
  private final Audiences audiences;
  private final Function<ConversationKey, @Nullable Resident> find;
  private final BiConsumer<Resident, Instant> ring;

  /**
   * @param find the conversation; null when it was never started
   * @param ring handles what is due in it
   */
  Entrance(
      Surroundings around,
      Audiences audiences,
      Function<ConversationKey, @Nullable Resident> find,
      BiConsumer<Resident, Instant> ring) {
    this.around = around;
    this.audiences = audiences;
    this.find = find;
    this.ring = ring;
  }

  /** Shows a conversation to somebody. */
  void join(ConversationKey key, Seat seat, Optional<Position> from) {
    if (seat.hasLeft()) {
      return;
    }
    Refused refusal;
    try {
      Resident resident = find.apply(key);
      if (resident == null) {
        refusal = Refusals.unknown(key);
      } else if (resident.degraded) {
        refusal = Refusals.degraded(key);
      } else {
        Instant now = around.clock().instant();
        ring.accept(resident, now);
        audiences.join(resident, seat, from, now);
        return;
      }
    } catch (RuntimeException e) {
      LOG.error("conversation {} could not be shown", key, e);
      refusal = Refusals.failed(key);
    }
    try {
      seat.watcher().refused(refusal);
    } catch (RuntimeException e) {
      LOG.error("a watcher failed", e);
    }
  }
}
