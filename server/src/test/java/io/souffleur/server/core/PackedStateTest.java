package io.souffleur.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.testing.RandomConversation;
import io.souffleur.server.core.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedStateTest {

  private static final int SEEDS = 200;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** Hands each state on as bytes, as if the program were started anew after every event. */
  private static List<Update> updates(
      Coach coach, Event.Started started, List<Event> events, boolean asBytes) {
    Step step = coach.start(started);
    List<Update> updates = new ArrayList<>(step.updates());
    for (Event event : events) {
      State state = step.state();
      if (asBytes && !state.ended()) {
        byte[] bytes = coach.packed(state);
        State back = coach.unpacked(bytes);
        assertThat(coach.packed(back)).isEqualTo(bytes);
        assertThat(back.view()).isEqualTo(state.view());
        assertThat(back.facts()).isEqualTo(state.facts());
        assertThat(back.wakeUp()).isEqualTo(state.wakeUp());
        assertThat(back.seq()).isEqualTo(state.seq());
        state = back;
      }
      Step woken = coach.advance(state, event.at());
      updates.addAll(woken.updates());
      if (!event.at().isBefore(woken.state().reached())) {
        step = coach.step(woken.state(), event);
        updates.addAll(step.updates());
      } else {
        step = woken;
      }
    }
    return updates;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_state_that_was_bytes_in_between_goes_on_as_it_would_have(long seed) {
    RandomConversation talk = new RandomConversation(seed, seed % 2 == 0);
    Coach coach = new Coach(talk.house());
    Event.Started started = talk.start();
    List<Event> events = talk.events();
    assertThat(updates(coach, started, events, true))
        .isEqualTo(updates(coach, started, events, false));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bytes_that_were_cut_or_changed_are_some_state_or_refused_but_never_a_fault(long seed) {
    RandomConversation talk = new RandomConversation(seed, seed % 2 == 0);
    Coach coach = new Coach(talk.house());
    byte[] bytes = coach.packed(middle(coach, talk));
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] damaged =
          Arrays.copyOf(bytes, random.nextBoolean() ? bytes.length : cut(random, bytes));
      for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      }
      try {
        assertThat(coach.unpacked(damaged)).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("not the bytes of a state");
      }
    }
  }

  private static int cut(Random random, byte[] bytes) {
    return random.nextInt(bytes.length);
  }

  private static State middle(Coach coach, RandomConversation talk) {
    Step step = coach.start(talk.start());
    List<Event> events = talk.events();
    for (Event event : events.subList(0, events.size() / 2)) {
      Instant at = event.at();
      if (!at.isBefore(step.state().reached()) && !step.state().ended()) {
        step = coach.step(step.state(), event);
      }
    }
    return step.state();
  }

  @Test
  void a_state_is_refused_where_another_checklist_would_be_chosen() {
    RandomConversation talk = new RandomConversation(2, true);
    Coach coach = new Coach(talk.house());
    byte[] bytes = coach.packed(middle(coach, talk));
    Coach elsewhere =
        new Coach(
            new Checklists() {
              @Override
              public Optional<Checklist> choose(
                  Language language, Medium medium, Optional<String> queue) {
                return Optional.empty();
              }

              @Override
              public Language fallback() {
                return talk.house().fallback();
              }
            });
    assertThat(coach.unpacked(bytes).checklist()).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> elsewhere.unpacked(bytes));
  }

  @Test
  void a_conversation_that_has_ended_has_no_bytes() {
    RandomConversation talk = new RandomConversation(4, true);
    Coach coach = new Coach(talk.house());
    State ended =
        coach
            .step(
                coach.start(talk.start()).state(),
                new Event.Ended(talk.start().at(), Optional.empty()))
            .state();
    assertThatIllegalArgumentException().isThrownBy(() -> coach.packed(ended));
  }
}
