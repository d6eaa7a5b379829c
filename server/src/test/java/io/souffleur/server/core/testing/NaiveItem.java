package io.souffleur.server.core.testing;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.testing.History.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one item by going through a whole conversation. */
public final class NaiveItem {

  private final History history;
  private final Rule.Item rule;
  private final Calendars calendars;

  private @Nullable Instant opened;
  private final List<Place> said = new ArrayList<>();
  private Optional<Place> first = Optional.empty();
  private Optional<Place> tooSoon = Optional.empty();
  private int passed;

  /** How many of the agent's messages have passed since it was said last. */
  private int ago;

  private int inARow;
  private boolean ended;

  private NaiveItem(History history, Rule.Item rule, Calendars calendars) {
    this.history = history;
    this.rule = rule;
    this.calendars = calendars;
  }

  /** How {@code rule} stands at {@code now}, after all of {@code history}. */
  public static ItemState state(History history, Rule.Item rule, Calendars calendars, Instant now) {
    NaiveItem item = new NaiveItem(history, rule, calendars);
    for (int i = 0; i < history.handled().size(); i++) {
      item.take(i);
    }
    return item.state(now, history.handled().size() - 1);
  }

  private void take(int i) {
    Event event = history.handled().get(i);
    if (event instanceof Event.Started) {
      boolean applies =
          rule.applies() instanceof Applies.Always
              || (rule.applies() instanceof Applies.FromStage(Stage from) && from == Stage.OPENING);
      opened = applies && history.holds(rule.only(), 0) ? event.at() : null;
    }
    ended |= event instanceof Event.Ended;
    if (!history.counts(i)) {
      return;
    }
    boolean holds = history.holds(rule.only(), i);
    boolean opens = counts(i) && holds && opens(i);
    if (opens) {
      opened = event.at();
      passed = 0;
      if (rule.applies() instanceof Applies.Once) {
        said.clear();
        first = Optional.empty();
        tooSoon = Optional.empty();
      }
    }
    closeUnless(holds, i);
    if (listens(i)) {
      switch (rule.requirement()) {
        case Requirement.Avoid avoid ->
            remember(i, history.where(avoid.what(), i, -1), avoid.allowed() + 4);
        case Requirement.Say say -> hear(say, i, opens);
      }
    }
    closeUnless(holds, i);
  }

  private boolean opens(int i) {
    return switch (rule.applies()) {
      case Applies.Always always -> opened == null;
      case Applies.FromStage(Stage from) ->
          opened == null && history.stages().get(i).compareTo(from) >= 0;
      case Applies.Once(Sought trigger, boolean everyTime) ->
          history.where(trigger, i, -1).isPresent()
              && (opened == null || (everyTime && !history.edits(i) && isOver(i)));
    };
  }

  /** Whether it had been done or missed when event {@code i} came. */
  private boolean isOver(int i) {
    return rule.requirement() instanceof Requirement.Say say
        && (said.size() >= say.times()
            || state(history.handled().get(i).at(), i - 1) == ItemState.MISSED);
  }

  private void closeUnless(boolean holds, int i) {
    boolean enough =
        rule.requirement() instanceof Requirement.Say say && said.size() >= say.times();
    if (opened != null
        && !holds
        && !enough
        && state(history.handled().get(i).at(), i) != ItemState.MISSED) {
      opened = null;
      passed = 0;
    }
  }

  private boolean listens(int i) {
    boolean early = rule.requirement() instanceof Requirement.Say && Rules.changes(rule.only());
    return opened != null
        || switch (rule.applies()) {
          case Applies.Always always -> early;
          case Applies.FromStage(Stage from) ->
              early && history.stages().get(i).compareTo(from) >= 0;
          case Applies.Once once -> false;
        };
  }

  private void hear(Requirement.Say say, int i, boolean opens) {
    Optional<Place> shown = history.where(say.what(), i, -1);
    if (say.after().isPresent()) {
      boolean new_ = first.isEmpty();
      List<Place> firsts = new ArrayList<>(first.stream().toList());
      history.remember(
          firsts, i, history.where(say.after().get(), i, -1), counts(i) ? 1 : firsts.size());
      first = firsts.stream().findFirst();
      boolean here =
          first.isPresent() && (new_ || (!first.get().message().isEmpty() && isIn(first.get(), i)));
      shown =
          first.isEmpty()
              ? Optional.empty()
              : here
                  ? history
                      .where(say.what(), i, first.get().start())
                      .filter(place -> !place.message().isEmpty())
                  : shown;
    }
    remember(i, shown, say.atMost().orElse(say.times()) + 2);
    order(say, i, shown);
    boolean oneMore =
        history.handled().get(i) instanceof Event.Said message
            && message.author() == Author.AGENT
            && !history.edits(i);
    ago += oneMore ? 1 : 0;
    if (shown.isPresent() && !history.edits(i)) {
      ago = 0;
    }
    if (oneMore) {
      inARow = shown.isPresent() ? inARow + 1 : 0;
      passed += opened == null || opens || said.size() >= say.times() ? 0 : 1;
    }
  }

  /** Whether the other thing came too soon, or no longer does. */
  private void order(Requirement.Say say, int i, Optional<Place> shown) {
    boolean settled = tooSoon.filter(place -> !isIn(place, i)).isPresent();
    if (say.due() instanceof Due.Before before && opened != null && !settled) {
      tooSoon =
          history
              .where(before.other(), i, -1)
              .filter(
                  other ->
                      said.stream()
                                  .filter(place -> !isIn(place, i) || place.start() < other.start())
                                  .count()
                              < say.times()
                          || !lately(before, shown, other));
    }
  }

  private boolean lately(Due.Before before, Optional<Place> shown, Place other) {
    return ago < before.lately().orElse(Integer.MAX_VALUE)
        || shown.filter(place -> place.start() < other.start()).isPresent();
  }

  private boolean isIn(Place place, int i) {
    return !place.message().isEmpty() && place.message().equals(history.message(i));
  }

  private void remember(int i, Optional<Place> shown, int most) {
    history.remember(said, i, shown, counts(i) ? most : said.size());
  }

  /** Whether the stage in which it counts was not over when event {@code i} came. */
  private boolean counts(int i) {
    Optional<Stage> until = rule.requirement().until();
    return until.isEmpty() || history.stageBefore(i).compareTo(until.get()) <= 0;
  }

  private ItemState state(Instant now, int i) {
    Stage stage = history.stages().get(i);
    if (opened == null) {
      boolean waits =
          rule.applies() instanceof Applies.FromStage(Stage from)
              && stage.compareTo(from) < 0
              && history.holds(rule.only(), i);
      if (!waits) {
        return ItemState.NOT_APPLICABLE;
      }
    }
    boolean past =
        rule.requirement().until().isPresent()
            && stage.compareTo(rule.requirement().until().get()) > 0;
    if (rule.requirement() instanceof Requirement.Avoid avoid) {
      return said.size() > avoid.allowed()
          ? ItemState.MISSED
          : ended || past ? ItemState.DONE : ItemState.PENDING;
    }
    Requirement.Say say = (Requirement.Say) rule.requirement();
    if (tooSoon.isPresent() || said.size() > say.atMost().orElse(Integer.MAX_VALUE)) {
      return ItemState.MISSED;
    }
    if (said.size() >= say.times()) {
      boolean tooOften = inARow >= say.notInARow().orElse(Integer.MAX_VALUE);
      return tooOften && !ended ? ItemState.AT_RISK : ItemState.DONE;
    }
    if (ended && say.due() instanceof Due.Before) {
      return ItemState.NOT_APPLICABLE;
    }
    if (ended || past) {
      return ItemState.MISSED;
    }
    return opened == null ? ItemState.PENDING : due(say.due(), opened, now, stage);
  }

  private ItemState due(Due due, Instant since, Instant now, Stage stage) {
    return switch (due) {
      case Due.WithinMessages within ->
          passed >= within.messages()
              ? ItemState.MISSED
              : passed >= within.atRisk() ? ItemState.AT_RISK : ItemState.PENDING;
      case Due.FromStage from ->
          stage.compareTo(from.stage()) >= 0 ? ItemState.AT_RISK : ItemState.PENDING;
      case Due.Before before ->
          before.atRiskFrom().filter(from -> stage.compareTo(from) >= 0).isPresent()
              ? ItemState.AT_RISK
              : ItemState.PENDING;
      case Due.Within within ->
          !now.isBefore(since.plus(within.limit()))
              ? ItemState.MISSED
              : !now.isBefore(since.plus(within.atRisk())) ? ItemState.AT_RISK : ItemState.PENDING;
      case Due.ByCalendar by -> {
        OpeningHours hours = calendars.named(by.limit().calendar());
        Duration limit = ((Limit.OpeningTime) by.limit()).duration();
        Duration passed = History.openingTime(hours, since, now);
        Duration risk = Duration.ofMillis((long) (limit.toMillis() * by.atRisk()));
        yield passed.compareTo(limit) >= 0
            ? ItemState.MISSED
            : passed.compareTo(risk) >= 0 ? ItemState.AT_RISK : ItemState.PENDING;
      }
    };
  }
}
