package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.server.snapshot.Imprint;
import io.souffleur.server.snapshot.SnapshotWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says when a snapshot of a conversation is taken: a moment after it has changed, so that one holds
 * whatever happened in that moment, and when its lane ends. Only of what is durable, and only while
 * nothing else is on its way. For the lane's thread.
 */
final class Imprints {

  /**
   * What a start may have to fold after a crash; and the least time between two snapshots of one
   * conversation.
   */
  static final Duration LAG = Duration.ofSeconds(5);

  private final SnapshotWriter snapshots;

  /** Since when they are other than their snapshots, longest first. */
  private final Map<Resident, Instant> changed = new LinkedHashMap<>();

  Imprints(SnapshotWriter snapshots) {
    this.snapshots = snapshots;
  }

  /** More of a conversation is durable than before. */
  void changed(Resident resident, Instant now) {
    if (resident.ended) {
      changed.remove(resident);
      if (resident.isAtRest()) {
        snapshots.erase(resident.id);
      }
    } else if (resident.overdue && resident.isAtRest()) {
      take(resident);
    } else {
      changed.putIfAbsent(resident, now);
    }
  }

  /** A conversation is in memory again. */
  void recalled(Resident resident, Instant now) {
    if (!resident.ended && resident.imprinted < resident.durable) {
      changed.putIfAbsent(resident, now);
    }
  }

  /** A conversation leaves the memory. */
  void forget(Resident resident) {
    changed.remove(resident);
  }

  /** When {@link #ring} has something to do next; null when nothing has changed. */
  @Nullable Instant soonest() {
    return changed.isEmpty() ? null : changed.values().iterator().next().plus(LAG);
  }

  /** Takes those that have changed a moment ago. */
  void ring(Instant now) {
    Instant soonest = soonest();
    while (soonest != null && !soonest.isAfter(now)) {
      Resident resident = changed.keySet().iterator().next();
      changed.remove(resident);
      resident.overdue = !resident.isAtRest();
      if (!resident.overdue) {
        take(resident);
      }
      soonest = soonest();
    }
  }

  /** Takes all that have changed. */
  void takeAll() {
    List.copyOf(changed.keySet()).stream().filter(Resident::isAtRest).forEach(this::take);
  }

  private void take(Resident resident) {
    changed.remove(resident);
    resident.overdue = false;
    State shown = resident.shown;
    if (shown != null && !resident.degraded) {
      resident.imprinted = resident.durable;
      snapshots.keep(
          resident.id,
          Imprint.at(
              resident.durable,
              resident.mark,
              resident.channel,
              resident.reached,
              resident.keys.hashes()),
          shown);
    }
  }
}
