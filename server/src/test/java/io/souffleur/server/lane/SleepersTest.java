package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.wire.ConversationKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a restart nobody waits until everybody is back. */
class SleepersTest {

  private static final int COUNT = 10;

  private final ModelLanes lanes = new ModelLanes(new MemoryJournal());

  @BeforeEach
  void conversationsThatGoOn() {
    for (int i = 0; i < COUNT; i++) {
      Talk talk = new Talk("c" + i);
      lanes.tell(talk.starts(lanes.clock().instant()));
      lanes.tell(talk.customer("hello", lanes.clock().instant(), "greeting"));
    }
    lanes.restart();
  }

  @AfterEach
  void end() {
    lanes.close();
  }

  private Screen watch(int number) {
    Screen screen = new Screen();
    lanes
        .conversations()
        .watch(
            new ConversationKey("c" + number),
            anybody -> true,
            Optional.empty(),
            Optional.empty(),
            screen);
    return screen;
  }

  private boolean allAwake() {
    return lanes.keeper().sleepers().isEmpty();
  }

  @Test
  void one_that_is_asked_for_is_shown_while_the_others_sleep() {
    Screen screen = watch(7);
    lanes.answer();
    assertThat(screen.snapshots()).hasSize(1);
    assertThat(allAwake()).isFalse();
    lanes.settle();
    assertThat(allAwake()).isTrue();
    assertThat(screen.snapshots()).as("shown once").hasSize(1);
  }

  @Test
  void what_is_said_in_one_that_sleeps_is_kept_after_what_was_said_before() {
    List<Receipt> receipts = new ArrayList<>();
    lanes
        .conversations()
        .submit(
            ModelLanes.CHANNEL,
            new Talk("c8").customer("more", lanes.clock().instant(), "question"),
            receipts::add);
    lanes.answer();
    assertThat(allAwake()).isFalse();
    assertThat(receipts)
        .singleElement()
        .isInstanceOfSatisfying(
            Receipt.Kept.class, kept -> assertThat(kept.ack().seq()).isEqualTo(3));
  }

  @Test
  void all_come_back_though_nobody_asks() {
    lanes.answer();
    assertThat(allAwake()).isFalse();
    int looks = 0;
    while (!allAwake()) {
      lanes.keeper().sleepers().wake(4);
      looks++;
    }
    assertThat(looks).as("a few at a time").isBetween(2, COUNT);
  }

  @Test
  void an_agent_hears_which_conversations_are_theirs_once_all_are_back() {
    List<String> surveyed = new ArrayList<>();
    lanes.keeper().survey("ines", () -> surveyed.add("ines"));
    lanes.answer();
    assertThat(surveyed).as("a part of them would look like all").isEmpty();
    lanes.settle();
    assertThat(surveyed).containsExactly("ines");
    lanes.keeper().survey("noe", () -> surveyed.add("noe"));
    assertThat(surveyed).containsExactly("ines", "noe");
  }

  @Test
  void a_clock_that_ran_out_in_the_meantime_is_told_of_at_its_own_instant() {
    Screen before = watch(3);
    lanes.settle();
    lanes.restart();
    lanes.pass(Duration.ofMinutes(20));
    Screen after = watch(3);
    lanes.settle();
    assertThat(after.snapshots().getFirst().seq())
        .isGreaterThan(before.snapshots().getFirst().seq());
  }

  @Test
  void one_that_is_erased_in_its_sleep_is_gone() {
    for (int i = 0; i < COUNT; i++) {
      lanes.keeper().erase(new ConversationKey("c" + i));
    }
    assertThat(allAwake()).isTrue();
    assertThat(lanes.conversations().gauges().resident()).isZero();
  }
}
