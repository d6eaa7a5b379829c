package io.souffleur.server.core.testing;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.calendar.OpeningHours.Hours;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.HourRange;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Pause;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Rules made up by chance: few cues and short limits, so that they meet. */
final class RandomRules {

  private final RandomGenerator random;

  RandomRules(RandomGenerator random) {
    this.random = random;
  }

  /** Rules for both languages; where the language must be found, the two lists differ. */
  House house(boolean declared) {
    List<Rule> rules = rules();
    House house = House.of(rules.toArray(Rule[]::new)).reckoningBy(calendars());
    if (declared) {
      return house;
    }
    List<Rule> others = new ArrayList<>(rules);
    others.removeIf(rule -> one(4));
    return house.with(Language.ENGLISH, others.reversed().toArray(Rule[]::new));
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rules.add(item("item-" + i));
    }
    for (int i = 0; i < 4; i++) {
      rules.add(timer("timer-" + i));
    }
    return rules;
  }

  private Rule item(String id) {
    ItemBuilder item = one(4) ? ItemBuilder.avoid(id, said()) : ItemBuilder.say(id, said());
    switch (random.nextInt(6)) {
      case 0 -> item.once(sought());
      case 1 -> item.everyTime(sought());
      case 2 -> item.from(stage());
      default -> {}
    }
    switch (random.nextInt(5)) {
      case 0 -> {
        int messages = 1 + random.nextInt(4);
        item.dueWithin(random.nextInt(messages + 1), messages);
      }
      case 1 -> item.dueFrom(stage());
      case 2 -> {
        int limit = 1 + random.nextInt(90);
        item.dueWithin(Duration.ofSeconds(random.nextInt(limit + 1)), Duration.ofSeconds(limit));
      }
      case 4 -> item.dueWithin(new Limit.OpeningTime(seconds(240), Calendars.OFFICE));
      default -> {
        if (one(3)) {
          item.latelyBefore(sought(), 1 + random.nextInt(3));
        } else if (one(2)) {
          item.before(sought());
        } else {
          item.before(sought(), stage());
        }
      }
    }
    int times = 1 + random.nextInt(3);
    item.times(times);
    if (one(4)) {
      item.atMost(times + random.nextInt(2));
    }
    if (one(4)) {
      item.notInARow(2 + random.nextInt(2));
    }
    if (one(4)) {
      item.after(sought());
    }
    if (one(4)) {
      item.until(stage());
    }
    if (one(2)) {
      item.only(condition(2));
    }
    if (!one(4)) {
      item.atRisk(any(List.of(Severity.values())));
    }
    if (!one(4)) {
      item.missed(any(List.of(Severity.values())));
    }
    return item.coolDown(seconds(60)).expires(seconds(60)).weight(random.nextInt(3)).build();
  }

  /** An office that opens and closes every few minutes, around the start of conversations. */
  Calendars calendars() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    List<Hours> hours = new ArrayList<>();
    int minute = ConversationDriver.START.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    for (int from = minute - random.nextInt(4); from < minute + 60; ) {
      int to = from + 1 + random.nextInt(4);
      hours.add(new Hours(from, to));
      from = to + random.nextInt(3);
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, hours);
    }
    OpeningHours office = new OpeningHours(Optional.empty(), week, Set.of(), Set.of());
    return new Calendars(Map.of(Calendars.OFFICE, office));
  }

  /** What an item asks for. */
  private Sought said() {
    return one(6) ? occurrence() : cueTest(EnumSet.of(agentCue(), agentCue()));
  }

  /** What makes something apply, or stands around it. */
  private Sought sought() {
    if (one(6)) {
      return occurrence();
    }
    return one(2)
        ? CueTest.of(Author.CUSTOMER, any(RandomConversation.CUSTOMER_CUES))
        : CueTest.of(Author.AGENT, agentCue());
  }

  private Occurrence occurrence() {
    return any(List.of(Occurrence.values()));
  }

  private CueName agentCue() {
    return any(RandomConversation.AGENT_CUES);
  }

  private Stage stage() {
    return any(List.of(Stage.values()));
  }

  private Condition condition(int depth) {
    int kinds = depth == 0 ? 8 : 11;
    return switch (random.nextInt(kinds)) {
      case 0 -> new Condition.CustomerNamed();
      case 1 -> new Condition.FromStage(stage());
      case 2 -> new Condition.Media(EnumSet.of(any(List.of(Medium.values()))));
      case 3 ->
          new Condition.StartedAt(
              new HourRange(LocalTime.of(random.nextInt(24), 0), LocalTime.of(14, 30)));
      case 4 -> new Condition.StartedOn(EnumSet.of(any(List.of(DayOfWeek.values()))));
      case 5, 6, 7 -> new Condition.Said(sought());
      case 8 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
      case 9 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
      default -> new Condition.Not(condition(depth - 1));
    };
  }

  private CueTest cueTest(Set<CueName> cues) {
    Set<String> values = one(6) ? Set.of("PT10S", "PT20S", "PT30S") : Set.of();
    return new CueTest(cues, one(4), Author.AGENT, one(4), values, Map.of());
  }

  private Rule timer(String id) {
    TimerBuilder timer =
        TimerBuilder.timer(id).from(moment(), moment()).to(stop(), moment()).within(seconds(60));
    if (one(3)) {
      timer =
          TimerBuilder.timer(id)
              .from(new Moment.Heard(CueTest.of(Author.AGENT, CueName.WAIT_NOTICE)))
              .to(moment())
              .asAnnounced(seconds(10));
    }
    if (!one(3)) {
      timer.atRisk(any(List.of(Severity.values())));
    }
    if (!one(3)) {
      timer.breached(any(List.of(Severity.values())));
    }
    if (one(4)) {
      timer =
          TimerBuilder.timer(id)
              .from(moment(), moment())
              .to(stop())
              .within(new Limit.OpeningTime(seconds(240), Calendars.OFFICE));
    }
    if (one(2)) {
      timer.pausedBy(any(List.of(Pause.values())), any(List.of(Pause.values())));
    }
    if (one(3)) {
      timer.only(condition(1));
    }
    return timer.coolDown(seconds(60)).expires(seconds(60)).build();
  }

  private Moment stop() {
    return one(6) ? new Moment.ConversationEnded() : moment();
  }

  private Moment moment() {
    return switch (random.nextInt(7)) {
      case 6 -> new Moment.SurveyAnswered();
      case 0 -> new Moment.ConversationStarted();
      case 1, 2 -> new Moment.MessageBy(Author.CUSTOMER);
      case 3 -> new Moment.MessageBy(Author.AGENT);
      case 4 -> new Moment.Heard(CueTest.of(Author.AGENT, agentCue()));
      default -> new Moment.Happens(Occurrence.HELD);
    };
  }

  private Duration seconds(int most) {
    return Duration.ofSeconds(1 + random.nextInt(most));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
