package io.souffleur.server.replay;

import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much of their opening hours agents spend in conversations (norm D25), and how many they hold
 * at once (D24). An agent works on the days on which they held a conversation while it was open;
 * the hours of other days don't count. Nobody is named, and of one agent alone nothing is told. For
 * one thread.
 */
public final class Occupancy {

  /** Of fewer there is no figure: it would be somebody's. */
  private static final int FEWEST_AGENTS = 2;

  /**
   * All agents together.
   *
   * @param busy opening time in which they held a conversation or several, each agent's added up
   * @param open opening time of the days on which they worked, each agent's added up; nothing, and
   *     {@code busy} neither, where fewer than two worked
   * @param meanAtOnce how many one agent held at once, on average over the time with at least one,
   *     open or not
   * @param mostAtOnce how many one agent held at once at most
   */
  public record Load(Duration busy, Duration open, double meanAtOnce, int mostAtOnce) {}

  /** The time of one agent. */
  private static final class Agent {
    private final Stretches busy = new Stretches();
    private final Stretches open = new Stretches();
    private final Stretches held = new Stretches();
    private final TreeMap<Instant, Integer> changes = new TreeMap<>();
    private Duration sum = Duration.ZERO;
    private long conversations;

    private void add(Instant from, Instant to, OpeningHours hours, ZoneId place) {
      conversations++;
      held.add(from, to);
      sum = sum.plus(Duration.between(from, to));
      changes.merge(from, 1, Integer::sum);
      changes.merge(to, -1, Integer::sum);
      for (Open stretch : hours.openBetween(from, to, place)) {
        busy.add(stretch.from(), stretch.to());
        for (Open other : hours.openOnDayOf(stretch.from(), place)) {
          open.add(other.from(), other.to());
        }
      }
    }

    private boolean worked() {
      return open.length().isPositive();
    }

    private int most() {
      int most = 0;
      int now = 0;
      for (int change : changes.values()) {
        now += change;
        most = Math.max(most, now);
      }
      return most;
    }

    private double share() {
      return 100.0 * seconds(busy.length()) / seconds(open.length());
    }
  }

  private final Map<String, Agent> agents = new HashMap<>();

  /**
   * Adds a conversation that an agent held.
   *
   * @param hours when the house is open
   * @param place where the conversation takes place
   */
  void add(Tenure.Held held, OpeningHours hours, ZoneId place) {
    if (held.from().isBefore(held.to())) {
      agents
          .computeIfAbsent(held.agent(), unknown -> new Agent())
          .add(held.from(), held.to(), hours, place);
    }
  }

  /** How busy they are; empty where fewer than two agents held a conversation. */
  public Optional<Load> load() {
    if (agents.size() < FEWEST_AGENTS) {
      return Optional.empty();
    }
    Duration busy = Duration.ZERO;
    Duration open = Duration.ZERO;
    Duration held = Duration.ZERO;
    Duration sum = Duration.ZERO;
    int most = 0;
    boolean several = agents.values().stream().filter(Agent::worked).count() >= FEWEST_AGENTS;
    for (Agent agent : agents.values()) {
      busy = several ? busy.plus(agent.busy.length()) : busy;
      open = several ? open.plus(agent.open.length()) : open;
      held = held.plus(agent.held.length());
      sum = sum.plus(agent.sum);
      most = Math.max(most, agent.most());
    }
    return Optional.of(new Load(busy, open, seconds(sum) / seconds(held), most));
  }

  /**
   * How far agents are apart: the standard deviation of the share of their opening time that they
   * are busy, in points; empty where fewer than two of them have had enough conversations.
   */
  public OptionalDouble spread() {
    return Spread.of(
        agents.values().stream()
            .filter(agent -> agent.conversations >= Spread.ENOUGH)
            .filter(Agent::worked)
            .mapToDouble(Agent::share)
            .toArray());
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1000.0;
  }
}
