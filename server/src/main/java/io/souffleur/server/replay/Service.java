package io.souffleur.server.replay;

import io.souffleur.server.core.State;
import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.CustomerCourse;
import io.souffleur.server.core.conversation.Feeling;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.SurveyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How conversations went for their customers, over all that ended in a replay: by reason and medium
 * (norms B2 to B4, C6, C8), at the first contact (B15, D15), as surveys say (B11 to B13) and how
 * soon (C3), how busy agents are (D24, D25), and how far they are apart (B1). No agent is named:
 * who serves better than whom is nobody's figure. For one thread.
 */
public final class Service {

  /** Who comes back sooner comes back about the same. */
  private static final Duration SAME_MATTER = Duration.ofDays(7);

  /** In an e-mail conversation, open for days, nobody is busy all the time. */
  private static final Set<Medium> HELD = Set.of(Medium.CHAT, Medium.VOICE);

  /**
   * Conversations with one reason, in one medium.
   *
   * @param reason empty where none was understood
   */
  public record Group(Optional<String> reason, Medium medium) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing((Group group) -> group.reason().isEmpty())
            .thenComparing(group -> group.reason().orElse(""))
            .thenComparing(Group::medium);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What became of some conversations.
   *
   * @param told those of which somebody said whether the matter is settled
   * @param resolved of those, the ones in which it is
   * @param felt those in which the customer's words showed a feeling
   * @param unhappy of those, the ones that ended unhappily
   * @param lasted all together
   */
  public record Counts(
      long conversations, long told, long resolved, long felt, long unhappy, Duration lasted) {

    private static final Counts NONE = new Counts(0, 0, 0, 0, 0, Duration.ZERO);

    private Counts and(CustomerCourse course, Duration length) {
      return new Counts(
          conversations + 1,
          told + (course.resolved().isPresent() ? 1 : 0),
          resolved + (course.resolved().orElse(false) ? 1 : 0),
          felt + (course.last().isPresent() ? 1 : 0),
          unhappy + (course.last().filter(Feeling.UNHAPPY::equals).isPresent() ? 1 : 0),
          lasted.plus(length));
    }

    private Counts and(Counts other) {
      return new Counts(
          conversations + other.conversations,
          told + other.told,
          resolved + other.resolved,
          felt + other.felt,
          unhappy + other.unhappy,
          lasted.plus(other.lasted));
    }
  }

  /** Surveys of a kind that are answered on the same scale. */
  public record Survey(SurveyKind kind, int best) implements Comparable<Survey> {
    private static final Comparator<Survey> ORDER =
        Comparator.comparing(Survey::kind).thenComparingInt(Survey::best);

    @Override
    public int compareTo(Survey other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What surveys said.
   *
   * @param sum of all scores
   * @param promoters who would recommend the house (NPS: 9 and 10)
   * @param detractors who would not (NPS: up to 6)
   */
  public record Answers(long answers, double sum, long promoters, long detractors) {

    private static final Answers NONE = new Answers(0, 0, 0, 0);
    private static final double PROMOTER = 9;
    private static final double DETRACTOR = 6;

    private Answers and(double score) {
      return new Answers(
          answers + 1,
          sum + score,
          promoters + (score >= PROMOTER ? 1 : 0),
          detractors + (score <= DETRACTOR ? 1 : 0));
    }

    /** The mean score. */
    public double mean() {
      return sum / answers;
    }

    /** The share of promoters less that of detractors, -100 to 100. */
    public double net() {
      return 100.0 * (promoters - detractors) / answers;
    }
  }

  /**
   * How many matters were settled at the first contact.
   *
   * @param matters the first conversations of customers who are known by a key, where somebody said
   *     whether it is settled or they came back
   * @param settled of those, settled, and not taken up again within a week
   */
  public record FirstContact(long matters, long settled) {}

  private record Visit(Instant started, Optional<Boolean> resolved) {}

  private final Map<Group, Counts> groups = new TreeMap<>();
  private final Map<String, Counts> agents = new HashMap<>();
  private final Map<String, List<Visit>> customers = new HashMap<>();
  private final Map<Survey, Answers> surveys = new TreeMap<>();
  private final SurveyReturns returns = new SurveyReturns();
  private final Occupancy occupancy = new Occupancy();

  /** Adds a conversation that is over, and who held it when. */
  void ended(State state, Update.Summary summary, List<Tenure.Held> holders) {
    CustomerCourse course = summary.customer();
    Instant started = state.facts().started();
    Duration length = Duration.between(started, summary.at());
    groups.merge(
        new Group(course.reason(), summary.medium()), Counts.NONE.and(course, length), Counts::and);
    state
        .facts()
        .agent()
        .map(Agent::key)
        .ifPresent(agent -> agents.merge(agent, Counts.NONE.and(course, length), Counts::and));
    Customer customer = state.facts().customer();
    customer
        .key()
        .ifPresent(
            key ->
                customers
                    .computeIfAbsent(key, ignored -> new ArrayList<>())
                    .add(new Visit(started, course.resolved())));
    if (HELD.contains(summary.medium())) {
      Calendars calendars = state.checklist().map(Checklist::calendars).orElse(Calendars.USUAL);
      OpeningHours hours = calendars.named(Calendars.OFFICE);
      holders.forEach(held -> occupancy.add(held, hours, state.facts().zone()));
    }
  }

  /** Adds that the customer of an ended conversation answered, the first time of that. */
  void returned(Duration afterTheEnd) {
    returns.add(afterTheEnd);
  }

  /** Adds what a customer answered. */
  void answered(ChannelEvent.SurveyAnswered survey) {
    int usual =
        switch (survey.kind()) {
          case NPS -> 10;
          case CSAT -> 5;
          case CES -> 7;
        };
    surveys.merge(
        new Survey(survey.kind(), survey.scale().orElse(usual)),
        Answers.NONE.and(survey.score()),
        (before, ignored) -> before.and(survey.score()));
  }

  /** By reason, then by medium; those without a reason last. */
  public Map<Group, Counts> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /** All together. */
  public Counts all() {
    return groups.values().stream().reduce(Counts.NONE, Counts::and);
  }

  /** Kind by kind. */
  public Map<Survey, Answers> surveys() {
    return Collections.unmodifiableMap(surveys);
  }

  /** How soon they came. */
  public SurveyReturns returns() {
    return returns;
  }

  /** How busy agents are, by the opening hours {@code office} of the checklists. */
  public Occupancy occupancy() {
    return occupancy;
  }

  /** What was settled at once. */
  public FirstContact firstContact() {
    long matters = 0;
    long settled = 0;
    for (List<Visit> visits : customers.values()) {
      visits.sort(Comparator.comparing(Visit::started));
      for (int i = 0; i < visits.size(); i++) {
        if (i == 0 || !soon(visits.get(i - 1), visits.get(i))) {
          boolean again = i + 1 < visits.size() && soon(visits.get(i), visits.get(i + 1));
          Optional<Boolean> resolved = visits.get(i).resolved();
          matters += again || resolved.isPresent() ? 1 : 0;
          settled += !again && resolved.orElse(false) ? 1 : 0;
        }
      }
    }
    return new FirstContact(matters, settled);
  }

  private static boolean soon(Visit one, Visit next) {
    return Duration.between(one.started(), next.started()).compareTo(SAME_MATTER) <= 0;
  }

  /**
   * How far agents are apart in the share of matters that are settled: the standard deviation, in
   * points; empty where fewer than two agents have had enough conversations.
   */
  public OptionalDouble spreadOfResolved() {
    return spread(counts -> 100.0 * counts.resolved() / counts.told(), Counts::told);
  }

  /** The same of conversations that ended unhappily. */
  public OptionalDouble spreadOfUnhappy() {
    return spread(counts -> 100.0 * counts.unhappy() / counts.felt(), Counts::felt);
  }

  private OptionalDouble spread(ToDoubleFunction<Counts> share, ToDoubleFunction<Counts> of) {
    return Spread.of(
        agents.values().stream()
            .filter(counts -> of.applyAsDouble(counts) >= Spread.ENOUGH)
            .mapToDouble(share)
            .toArray());
  }
}
