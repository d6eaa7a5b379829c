package io.souffleur.server.lane;

import java.time.Instant;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When the conversations of a lane are to be looked at, soonest first. For one thread. */
final class Alarms {

  private final TreeSet<Resident> bySoonest = new TreeSet<>(Alarms::compare);

  private static int compare(Resident one, Resident other) {
    int order = Objects.requireNonNull(one.alarm).compareTo(Objects.requireNonNull(other.alarm));
    return order != 0 ? order : one.key.value().compareTo(other.key.value());
  }

  /** Replaces the alarm of {@code resident}; null: none. */
  void set(Resident resident, @Nullable Instant at) {
    if (Objects.equals(resident.alarm, at)) {
      return;
    }
    if (resident.alarm != null) {
      bySoonest.remove(resident);
    }
    resident.alarm = at;
    if (at != null) {
      bySoonest.add(resident);
    }
  }

  /** The soonest; null when there is none. */
  @Nullable Instant soonest() {
    return bySoonest.isEmpty() ? null : bySoonest.first().alarm;
  }

  /** Takes out the soonest that is due at {@code now}; null when none is. */
  @Nullable Resident due(Instant now) {
    Instant soonest = soonest();
    if (soonest == null || soonest.isAfter(now)) {
      return null;
    }
    Resident resident = bySoonest.first();
    set(resident, null);
    return resident;
  }
}
