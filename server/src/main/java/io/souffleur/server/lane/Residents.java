package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.wire.ConversationKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conversations of a lane that are in memory. For the lane's thread. */
final class Residents {

  private final Counters counters;
  private final Alarms alarms;
  private final Imprints imprints;
  private final Map<ConversationKey, Resident> byKey = new HashMap<>();

  /** By the agent whom what is shown of them names: thousands of desks ask for theirs at once. */
  private final Map<String, Set<Resident>> byAgent = new HashMap<>();

  Residents(Counters counters, Alarms alarms, Imprints imprints) {
    this.counters = counters;
    this.alarms = alarms;
    this.imprints = imprints;
  }

  @Nullable Resident get(ConversationKey key) {
    return byKey.get(key);
  }

  /** Tells the attention board of an agent where theirs stand. */
  void survey(String agent, Attentions attentions) {
    for (Resident resident : byAgent.getOrDefault(agent, Set.of())) {
      State shown = resident.shown;
      if (shown != null) {
        attentions.survey(agent, resident.key, shown);
      }
    }
  }

  /** Something else is shown of one than {@code before}. */
  void shown(Resident resident, @Nullable State before) {
    Optional<String> had = agent(before);
    Optional<String> has = agent(resident.shown);
    if (!had.equals(has)) {
      had.ifPresent(agent -> leave(agent, resident));
      has.ifPresent(agent -> byAgent.computeIfAbsent(agent, any -> new HashSet<>()).add(resident));
    }
  }

  private void leave(String agent, Resident resident) {
    Set<Resident> theirs = byAgent.get(agent);
    if (theirs != null && theirs.remove(resident) && theirs.isEmpty()) {
      byAgent.remove(agent);
    }
  }

  private static Optional<String> agent(@Nullable State state) {
    return Optional.ofNullable(state).flatMap(Attentions::holder);
  }

  Resident admit(Resident resident) {
    byKey.put(resident.key, resident);
    shown(resident, null);
    counters.resident.increment();
    return resident;
  }

  void forget(Resident resident) {
    byKey.remove(resident.key);
    agent(resident.shown).ifPresent(agent -> leave(agent, resident));
    imprints.forget(resident);
    alarms.set(resident, null);
    counters.resident.decrement();
    if (resident.degraded) {
      counters.degraded.decrement();
    }
  }
}
