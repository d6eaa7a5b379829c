package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.wire.ConversationKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversations of a lane that are in memory. For the lane's thread. */
final class Residents {

  private final Counters counters;
  private final Alarms alarms;
  private final Imprints imprints;
  private final Map<ConversationKey, Resident> byKey = new HashMap<>();

  Residents(Counters counters, Alarms alarms, Imprints imprints) {
    this.counters = counters;
    this.alarms = alarms;
    this.imprints = imprints;
  }

  @Nullable Resident get(ConversationKey key) {
    return byKey.get(key);
  }

  /** Tells the attention board of an agent where they stand. */
  void survey(String agent, Attentions attentions) {
    byKey
        .values()
        .forEach(
            resident -> {
              State shown = resident.shown;
              if (shown != null) {
                attentions.survey(agent, resident.key, shown);
              }
            });
  }

  Resident admit(Resident resident) {
    byKey.put(resident.key, resident);
    counters.resident.increment();
    return resident;
  }

  void forget(Resident resident) {
    byKey.remove(resident.key);
    imprints.forget(resident);
    alarms.set(resident, null);
    counters.resident.decrement();
    if (resident.degraded) {
      counters.degraded.decrement();
    }
  }
}
