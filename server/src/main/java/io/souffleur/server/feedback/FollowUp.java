package io.souffleur.server.feedback;

import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What agents had against each rule before the version of its checklist that is in force, and what
 * they have against that one (norm B18: feedback is followed by action). For one thread.
 */
public final class FollowUp {

  /** What became of it. */
  public enum State {
    /** There are objections to the version in force. */
    WAITING,
    /** All of them are to earlier versions. */
    FOLLOWED_UP,
    /** The rule is not on any more. */
    OFF
  }

  /** A rule, in its checklist. */
  private record Place(String checklist, String rule) {}

  /**
   * One rule.
   *
   * @param version of the checklist that is in force; empty: no checklist has this name
   * @param before objections to earlier versions, or to a rule that is not on any more
   * @param since objections to the version in force
   * @param last when the last came
   */
  public record Row(
      String checklist,
      String rule,
      Optional<Integer> version,
      long before,
      long since,
      Instant last,
      State state) {}

  private static final class Tally {
    private long before;
    private long since;
    private Instant last = Instant.MIN;
  }

  private final Function<String, Optional<Checklist>> inForce;
  private final Map<Place, Tally> tallies =
      new TreeMap<>(Comparator.comparing(Place::checklist).thenComparing(Place::rule));

  /** None so far; checklists are asked for by name. */
  public FollowUp(Function<String, Optional<Checklist>> inForce) {
    this.inForce = inForce;
  }

  /** Adds an objection. */
  public void add(Objection objection) {
    Place place = new Place(objection.checklist(), objection.rule());
    Tally tally = tallies.computeIfAbsent(place, unknown -> new Tally());
    boolean current =
        inForce(place).filter(list -> objection.version() >= list.version()).isPresent();
    tally.since += current ? 1 : 0;
    tally.before += current ? 0 : 1;
    tally.last = objection.at().isAfter(tally.last) ? objection.at() : tally.last;
  }

  /** The checklist of a rule, while the rule is on. */
  private Optional<Checklist> inForce(Place place) {
    return inForce
        .apply(place.checklist())
        .filter(
            list ->
                Stream.<Rule>concat(list.items().stream(), list.timers().stream())
                    .anyMatch(rule -> rule.id().key().equals(place.rule())));
  }

  /** Rule by rule: what waits first, the most contested first, then by name. */
  public List<Row> rows() {
    return tallies.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Row::state)
                .thenComparing(Comparator.comparingLong(Row::since).reversed())
                .thenComparing(Row::checklist)
                .thenComparing(Row::rule))
        .toList();
  }

  private Row row(Place place, Tally tally) {
    State state =
        inForce(place).isEmpty() ? State.OFF : tally.since > 0 ? State.WAITING : State.FOLLOWED_UP;
    return new Row(
        place.checklist(),
        place.rule(),
        inForce.apply(place.checklist()).map(Checklist::version),
        tally.before,
        tally.since,
        tally.last,
        state);
  }
}
