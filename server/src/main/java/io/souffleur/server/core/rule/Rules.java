package io.souffleur.server.core.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a checklist, with tables that say which of them something can touch: what happens in
 * a conversation costs as much as the rules that care about it, however many others there are.
 * Immutable; equal to another with the same rules.
 */
public final class Rules {

  private final List<Rule.Item> items;
  private final List<Rule.Timer> timers;
  private final List<Rule.Figure> figures;
  private final List<Rule> dormant;

  private final Map<RuleId, Integer> itemPlaces = new HashMap<>();
  private final Map<RuleId, Integer> timerPlaces = new HashMap<>();
  private final Map<RuleId, Integer> figurePlaces = new HashMap<>();
  private final Map<Sought, Integer> watchedPlaces = new LinkedHashMap<>();
  private final List<Sought> watched;
  private final SoughtTable touchedBy;
  private final SoughtTable watching;
  private final BitSet counting;
  private final BitSet staged;
  private final BitSet conditional;
  private final BitSet timed;

  /**
   * @param items in the order they are shown
   * @param timers in the order they are shown
   * @param figures in the order they are told
   * @param dormant those that lie ready to be switched on
   */
  public Rules(
      List<Rule.Item> items,
      List<Rule.Timer> timers,
      List<Rule.Figure> figures,
      List<Rule> dormant) {
    this.items = List.copyOf(items);
    this.timers = List.copyOf(timers);
    this.figures = List.copyOf(figures);
    this.dormant = List.copyOf(dormant);
    Set<RuleId> known = new LinkedHashSet<>();
    addOnce(known, this.items, itemPlaces);
    addOnce(known, this.timers, timerPlaces);
    addOnce(known, this.figures, figurePlaces);
    addOnce(known, this.dormant, new HashMap<>());
    this.items.forEach(item -> watch(item.only()));
    this.timers.forEach(timer -> watch(timer.only()));
    this.figures.forEach(figure -> watch(figure.only()));
    this.watched = List.copyOf(watchedPlaces.keySet());
    this.touchedBy = SoughtTable.of(this.items.stream().map(Rules::looksFor).toList());
    this.watching = SoughtTable.of(watched.stream().map(Set::of).toList());
    this.counting = itemsThat(Rules::countsMessages);
    this.staged = itemsThat(Rules::looksAtStage);
    this.conditional = itemsThat(item -> changes(item.only()));
    this.timed = itemsThat(Rules::looksAtTime);
  }

  private static void addOnce(
      Set<RuleId> known, List<? extends Rule> rules, Map<RuleId, Integer> places) {
    for (int place = 0; place < rules.size(); place++) {
      RuleId id = rules.get(place).id();
      if (!known.add(id)) {
        throw new IllegalArgumentException("two rules are called " + id.key());
      }
      places.put(id, place);
    }
  }

  private BitSet itemsThat(Predicate<Rule.Item> are) {
    BitSet those = new BitSet(items.size());
    for (int place = 0; place < items.size(); place++) {
      those.set(place, are.test(items.get(place)));
    }
    return those;
  }

  /** The items that are judged, in the order they are shown. */
  public List<Rule.Item> items() {
    return items;
  }

  /** The timers that run, in the order they are shown. */
  public List<Rule.Timer> timers() {
    return timers;
  }

  /** What is counted, in the order it is told. */
  public List<Rule.Figure> figures() {
    return figures;
  }

  /** Rules that lie ready to be switched on; no conversation is judged by them. */
  public List<Rule> dormant() {
    return dormant;
  }

  /** The place of the item of that name among the items; -1 when none is judged. */
  public int placeOfItem(RuleId id) {
    return itemPlaces.getOrDefault(id, -1);
  }

  /** The place of the timer of that name among the timers; -1 when none runs. */
  public int placeOfTimer(RuleId id) {
    return timerPlaces.getOrDefault(id, -1);
  }

  /** The place of the figure of that name among the figures; -1 when none is counted. */
  public int placeOfFigure(RuleId id) {
    return figurePlaces.getOrDefault(id, -1);
  }

  /**
   * What some condition wants to know about: whether it was said, or happened. In a fixed order.
   */
  public List<Sought> watched() {
    return watched;
  }

  /** The place of {@code what} in {@link #watched}; -1 when no condition wants to know. */
  public int placeOfWatched(Sought what) {
    return watchedPlaces.getOrDefault(what, -1);
  }

  /** Which items, by their places, look for something themselves. */
  public SoughtTable touchedBy() {
    return touchedBy;
  }

  /** Which of {@link #watched}, by their places, look for something. */
  public SoughtTable watching() {
    return watching;
  }

  /** Adds the places of items that count the agent's messages, whatever they show. */
  public void counting(BitSet to) {
    to.or(counting);
  }

  /** Adds the places of items that may stand differently in another stage. */
  public void staged(BitSet to) {
    to.or(staged);
  }

  /** Adds the places of items whose condition may come and go in a conversation. */
  public void conditional(BitSet to) {
    to.or(conditional);
  }

  /** Adds the places of items that may stand differently as time passes. */
  public void timed(BitSet to) {
    to.or(timed);
  }

  /** Whether some timer can be paused. */
  public boolean pauses() {
    return timers.stream().anyMatch(timer -> !timer.pauses().isEmpty());
  }

  /** The names of the calendars that items and timers go by. */
  public Set<String> calendars() {
    Set<String> names = new LinkedHashSet<>();
    for (Rule.Item item : items) {
      if (item.requirement() instanceof Requirement.Say say
          && say.due() instanceof Due.ByCalendar due) {
        names.add(due.limit().calendar());
      }
    }
    for (Rule.Timer timer : timers) {
      if (timer.limit() instanceof Limit.ByCalendar limit) {
        names.add(limit.calendar());
      }
    }
    return names;
  }

  private void watch(Condition condition) {
    Condition.soughtBy(condition)
        .forEach(what -> watchedPlaces.putIfAbsent(what, watchedPlaces.size()));
  }

  /** Whether the condition may hold at one moment of a conversation and not at another. */
  public static boolean changes(Condition condition) {
    return switch (condition) {
      case Condition.Said said -> true;
      case Condition.FromStage from -> true;
      case Condition.Languages languages -> true;
      case Condition.All(List<Condition> of) -> of.stream().anyMatch(Rules::changes);
      case Condition.Any(List<Condition> of) -> of.stream().anyMatch(Rules::changes);
      case Condition.Not(Condition what) -> changes(what);
      case Condition.Media media -> false;
      case Condition.Queues queues -> false;
      case Condition.CustomerNamed named -> false;
      case Condition.CustomerIs is -> false;
      case Condition.StartedAt at -> false;
      case Condition.StartedOn on -> false;
    };
  }

  private static Set<Sought> looksFor(Rule.Item item) {
    Set<Sought> all = new LinkedHashSet<>();
    all.add(item.requirement().what());
    if (item.applies() instanceof Applies.Once once) {
      all.add(once.trigger());
    }
    if (item.requirement() instanceof Requirement.Say say) {
      say.after().ifPresent(all::add);
      if (say.due() instanceof Due.Before before) {
        all.add(before.other());
      }
    }
    return all;
  }

  private static boolean countsMessages(Rule.Item item) {
    return item.requirement() instanceof Requirement.Say say
        && (say.notInARow().isPresent()
            || say.due() instanceof Due.WithinMessages
            || say.looksBack());
  }

  private static boolean looksAtStage(Rule.Item item) {
    boolean due =
        item.requirement() instanceof Requirement.Say say
            && switch (say.due()) {
              case Due.FromStage from -> true;
              case Due.Before before -> before.atRiskFrom().isPresent();
              case Due.WithinMessages within -> false;
              case Due.Within within -> false;
              case Due.ByCalendar by -> false;
            };
    return due
        || item.applies() instanceof Applies.FromStage
        || item.requirement().until().isPresent();
  }

  private static boolean looksAtTime(Rule.Item item) {
    return item.requirement() instanceof Requirement.Say say
        && switch (say.due()) {
          case Due.Within within -> true;
          case Due.ByCalendar by -> true;
          case Due.WithinMessages within -> false;
          case Due.FromStage from -> false;
          case Due.Before before -> false;
        };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rules rules
        && items.equals(rules.items)
        && timers.equals(rules.timers)
        && figures.equals(rules.figures)
        && dormant.equals(rules.dormant);
  }

  @Override
  public int hashCode() {
    return List.of(items, timers, figures, dormant).hashCode();
  }

  @Override
  public String toString() {
    return "Rules[items="
        + items
        + ", timers="
        + timers
        + ", figures="
        + figures
        + ", dormant="
        + dormant
        + "]";
  }
}
