package io.souffleur.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.testing.History;
import io.souffleur.server.core.testing.NaiveItem;
import io.souffleur.server.core.testing.NaiveLedger;
import io.souffleur.server.core.testing.NaiveTimer;
import io.souffleur.server.core.testing.RandomConversation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every conversation; a failing seed is in the name of the failing test. */
@Execution(ExecutionMode.CONCURRENT)
class RandomConversationsTest {

  private static final int SEEDS = 300;

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  /** A run with everything that came of it. */
  private record Run(List<Event> handled, List<State> states, List<Update> updates) {

    State last() {
      return states.getLast();
    }
  }

  /** As a lane does it: wakes the coach at each instant it asked for, then hands over the event. */
  private static Run live(Coach coach, RandomConversation conversation) {
    List<Event> handled = new ArrayList<>();
    List<State> states = new ArrayList<>();
    List<Update> updates = new ArrayList<>();
    Event.Started started = conversation.start();
    Step step = coach.start(started);
    Instant now = started.at();
    handled.add(started);
    states.add(step.state());
    updates.addAll(step.updates());
    for (Event event : conversation.events()) {
      now = event.at().isAfter(now) ? event.at() : now;
      while (step.state().wakeUp().isPresent() && !step.state().wakeUp().get().isAfter(now)) {
        step = coach.step(step.state(), new Event.Woken(step.state().wakeUp().get()));
        updates.addAll(step.updates());
      }
      Event late = at(event, later(event.at(), step.state().reached()));
      step = coach.step(step.state(), late);
      handled.add(late);
      states.add(step.state());
      updates.addAll(step.updates());
    }
    return new Run(handled, states, updates);
  }

  private static Run replay(Coach coach, List<Event> events) {
    List<State> states = new ArrayList<>();
    List<Update> updates = new ArrayList<>();
    for (Event event : events) {
      Step step =
          event instanceof Event.Started started
              ? coach.start(started)
              : coach.step(states.getLast(), event);
      states.add(step.state());
      updates.addAll(step.updates());
    }
    return new Run(events, states, updates);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_replay_of_what_was_handled_gives_what_was_live(long seed) {
    RandomConversation conversation = new RandomConversation(seed, seed % 2 == 0);
    Coach coach = new Coach(conversation.house());
    Run live = live(coach, conversation);
    Run replayed = replay(coach, live.handled());
    assertThat(replayed.updates()).isEqualTo(live.updates());
    assertThat(replayed.last().view()).isEqualTo(live.last().view());
    assertThat(replayed.last().reached()).isEqualTo(live.last().reached());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_state_kept_aside_goes_on_as_if_nothing_had_happened_since(long seed) {
    RandomConversation conversation = new RandomConversation(seed, seed % 2 == 0);
    Coach coach = new Coach(conversation.house());
    Run run = live(coach, conversation);
    Run whole = replay(coach, run.handled());
    int middle = run.handled().size() / 2;
    State state = whole.states().get(middle);
    List<Update> updates =
        new ArrayList<>(replay(coach, run.handled().subList(0, middle + 1)).updates());
    for (Event event : run.handled().subList(middle + 1, run.handled().size())) {
      Step step = coach.step(state, event);
      updates.addAll(step.updates());
      state = step.state();
    }
    assertThat(updates).isEqualTo(whole.updates());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void attention_is_spent_within_its_budget_and_every_hint_goes_away_once(long seed) {
    RandomConversation conversation = new RandomConversation(seed, seed % 2 == 0);
    Run run = live(new Coach(conversation.house()), conversation);
    Map<HintId, Severity> visible = new LinkedHashMap<>();
    Map<HintId, Instant> expires = new LinkedHashMap<>();
    Set<HintId> gone = new HashSet<>();
    Instant at = Instant.MIN;
    long seq = 0;
    for (int i = 0; i < run.updates().size(); i++) {
      Update update = run.updates().get(i);
      assertThat(update.seq()).isEqualTo(++seq);
      assertThat(update.at()).isAfterOrEqualTo(at);
      at = update.at();
      switch (update) {
        case Update.Hint hint -> {
          assertThat(gone).doesNotContain(hint.hint());
          expires.put(hint.hint(), hint.expires());
          Severity before = visible.put(hint.hint(), hint.severity());
          assertThat(before == null || before.compareTo(hint.severity()) <= 0).isTrue();
        }
        case Update.HintWithdrawn withdrawn -> {
          assertThat(visible.remove(withdrawn.hint())).isNotNull();
          assertThat(gone.add(withdrawn.hint())).isTrue();
          assertThat(at).isBeforeOrEqualTo(expires.get(withdrawn.hint()));
        }
        case Update.Cues cues -> {}
        case Update.Item item -> {}
        case Update.Timer timer -> {}
        case Update.Commitment promise -> {}
        case Update.Summary summary -> assertThat(i).isEqualTo(run.updates().size() - 1);
      }
      boolean shows = update instanceof Update.Hint;
      if (!shows || i + 1 == run.updates().size() || !run.updates().get(i + 1).at().equals(at)) {
        assertThat(visible).hasSizeLessThanOrEqualTo(3);
        assertThat(visible.values().stream().filter(each -> each != Severity.NUDGE))
            .hasSizeLessThanOrEqualTo(1);
      }
    }
    assertThat(visible).isEmpty();
    assertThat(run.updates().getLast()).isInstanceOf(Update.Summary.class);
    assertThat(run.last().wakeUp()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void items_and_timers_stand_as_somebody_would_say_who_reads_it_all_again(long seed) {
    RandomConversation conversation = new RandomConversation(seed, true);
    Run run = live(new Coach(conversation.house()), conversation);
    List<Stage> stages = run.states().stream().map(state -> state.view().stage()).toList();
    for (int i = 0; i < run.states().size(); i++) {
      State state = run.states().get(i);
      History history = new History(run.handled(), stages).upTo(i + 1);
      Checklist checklist = state.checklist().orElseThrow();
      for (int place = 0; place < checklist.items().size(); place++) {
        Rule.Item rule = checklist.items().get(place);
        assertThat(state.view().items().get(place).state())
            .as("%s after event %d: %s", rule, i, run.handled().get(i))
            .isEqualTo(NaiveItem.state(history, rule, checklist.calendars(), state.reached()));
      }
      for (Rule.Timer rule : checklist.timers()) {
        assertThat(
                state.view().timers().stream()
                    .filter(timer -> timer.timer().equals(rule.id()))
                    .map(Update.Timer::state)
                    .findFirst()
                    .orElse(null))
            .as("%s after event %d: %s", rule, i, run.handled().get(i))
            .isEqualTo(NaiveTimer.state(history, rule, checklist.calendars(), state.reached()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void promises_stand_as_somebody_would_say_who_reads_it_all_again(long seed) {
    RandomConversation conversation = new RandomConversation(seed, true);
    Run run = live(new Coach(conversation.house()), conversation);
    for (int i = 0; i < run.states().size(); i++) {
      State state = run.states().get(i);
      Map<Integer, CommitmentState> told = new TreeMap<>();
      state
          .commitments()
          .forEach(
              promise ->
                  told.put(
                      Integer.parseInt(promise.commitment().key().substring(1)), promise.state()));
      assertThat(told)
          .as("after event %d: %s", i, run.handled().get(i))
          .isEqualTo(NaiveLedger.states(run.handled().subList(0, i + 1), state.reached()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_on_show_is_what_the_updates_say(long seed) {
    RandomConversation conversation = new RandomConversation(seed, true);
    Run run = live(new Coach(conversation.house()), conversation);
    Map<Object, Update.Item> items = new LinkedHashMap<>();
    Map<Object, Update.Timer> timers = new LinkedHashMap<>();
    Map<Object, Update.Commitment> promises = new LinkedHashMap<>();
    for (Update update : run.updates()) {
      if (update instanceof Update.Item item) {
        items.put(item.item(), item);
      } else if (update instanceof Update.Timer timer) {
        timers.put(timer.timer(), timer);
      } else if (update instanceof Update.Commitment promise) {
        promises.put(promise.commitment(), promise);
      }
    }
    View view = run.last().view();
    assertThat(view.items()).containsExactlyElementsOf(items.values());
    assertThat(view.timers()).containsExactlyInAnyOrderElementsOf(timers.values());
    promises.values().removeIf(promise -> promise.state() == CommitmentState.WITHDRAWN);
    assertThat(view.commitments()).containsExactlyInAnyOrderElementsOf(promises.values());
    assertThat(view.hints()).isEmpty();
    assertThat(view.summary()).contains((Update.Summary) run.updates().getLast());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Event at(Event event, Instant at) {
    return switch (event) {
      case Event.Assigned it -> new Event.Assigned(at, it.agent(), it.previous());
      case Event.Said it ->
          new Event.Said(at, it.message(), it.author(), it.reading(), it.revision(), it.note());
      case Event.CallRinging it -> new Event.CallRinging(at, it.ring());
      case Event.CallAnswered it -> new Event.CallAnswered(at);
      case Event.CallHeld it -> new Event.CallHeld(at);
      case Event.CallResumed it -> new Event.CallResumed(at);
      case Event.HintDismissed it -> new Event.HintDismissed(at, it.hint());
      case Event.HintUsed it -> new Event.HintUsed(at, it.hint());
      case Event.HintWrong it -> new Event.HintWrong(at, it.hint());
      case Event.ItemContested it -> new Event.ItemContested(at, it.item(), it.comment());
      case Event.CommitmentKept it -> new Event.CommitmentKept(at, it.commitment());
      case Event.CommitmentReopened it -> new Event.CommitmentReopened(at, it.commitment());
      case Event.CommitmentCarried it -> new Event.CommitmentCarried(at, it.promised());
      case Event.SurveyAnswered it -> new Event.SurveyAnswered(at, it.kind(), it.score());
      case Event.Ended it -> new Event.Ended(at, it.resolution());
      case Event.Started it -> throw new IllegalArgumentException(it.toString());
      case Event.Woken it -> throw new IllegalArgumentException(it.toString());
    };
  }
}
