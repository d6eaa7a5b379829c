package io.souffleur.server.lane;

import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seats those who watch the conversations of one lane, and tells them. For the lane's thread. */
final class Audiences {

  private final Surroundings around;
  private final Counters counters;
  private final Duration rest;

  /**
   * Nobody watches yet.
   *
   * @param rest how long what was told is kept for those who come back
   */
  Audiences(Surroundings around, Duration rest) {
    this.around = around;
    this.counters = around.counters();
    this.rest = rest;
  }

  /** Tells what has become durable. */
  void publish(Resident resident, List<Told> told, @Nullable State before, State after) {
    counters.updates.add(told.size());
    around.attentions().changed(resident.key, told, before, after);
    Audience audience = resident.audience;
    if (audience == null) {
      return;
    }
    Instant now = around.clock().instant();
    if (audience.isEmpty() && !resident.left.plus(rest).isAfter(now)) {
      resident.audience = null;
      return;
    }
    int seated = audience.size();
    audience.tell(told, before, after, now);
    counters.watchers.add(audience.size() - seated);
  }

  /** Seats somebody, who is told what they missed or everything. */
  void join(Resident resident, Seat seat, Optional<Position> from, Instant now) {
    Audience audience = resident.audience;
    if (audience == null) {
      audience = new Audience(resident.key, around.epoch());
      resident.audience = audience;
    }
    resident.touched = now;
    int seated = audience.size();
    audience.join(seat, resident.shown, now, from);
    counters.watchers.add(audience.size() - seated);
  }

  /** Frees a seat, if it was taken. */
  void leave(Resident resident, Seat seat) {
    if (resident.audience != null && resident.audience.leave(seat)) {
      counters.watchers.decrement();
      resident.left = around.clock().instant();
      resident.touched = resident.left;
    }
  }

  /** Sends everybody away, with the reason. */
  void dismiss(Resident resident, Refused reason) {
    Audience audience = resident.audience;
    if (audience != null) {
      counters.watchers.add(-audience.size());
      audience.dismiss(reason);
    }
  }
}
