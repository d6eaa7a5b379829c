package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.CommitmentState;
import io.souffleur.wire.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who comes back sees exactly what is, whatever happened meanwhile. */
class ResumeTest {

  private static final int STEPS = 250;
  private static final Talk TALK = new Talk("a");

  /** A desk as plain as can be: what it would show, from what it was told. */
  private static final class Model {
    final Map<String, CoachingUpdate.Item> items = new TreeMap<>();
    final Map<String, CoachingUpdate.Timer> timers = new TreeMap<>();
    final Map<String, CoachingUpdate.Commitment> promises = new TreeMap<>();
    final Map<String, CoachingUpdate.Hint> hints = new TreeMap<>();

    void apply(Snapshot snapshot) {
      items.clear();
      timers.clear();
      promises.clear();
      hints.clear();
      snapshot.items().forEach(this::apply);
      snapshot.timers().forEach(this::apply);
      snapshot.commitments().forEach(this::apply);
      snapshot.hints().forEach(this::apply);
    }

    void apply(CoachingUpdate update) {
      switch (update) {
        case CoachingUpdate.Item item -> items.put(item.item(), item);
        case CoachingUpdate.Timer timer -> timers.put(timer.timer(), timer);
        case CoachingUpdate.Hint hint -> hints.put(hint.hint(), hint);
        case CoachingUpdate.HintWithdrawn gone -> hints.remove(gone.hint());
        case CoachingUpdate.Cues cues -> {}
        case CoachingUpdate.Commitment promise -> {
          if (promise.state() == CommitmentState.WITHDRAWN) {
            promises.remove(promise.commitment());
          } else {
            promises.put(promise.commitment(), promise);
          }
        }
        case CoachingUpdate.Summary summary -> {}
      }
    }

    List<Object> shown() {
      return List.of(
          Map.copyOf(items), Map.copyOf(timers), Map.copyOf(promises), Map.copyOf(hints));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whoever_comes_and_goes_sees_what_is(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> texts =
        List.of("greeting", "wait-notice:PT1M", "jargon", "question", "dissatisfaction");
    try (LaneDriver lanes = new LaneDriver(new MemoryJournal())) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      Screen screen = new Screen();
      Optional<Watch> watch = Optional.empty();
      int resumptions = 0;
      for (int i = 0; i < STEPS; i++) {
        switch (random.nextInt(5)) {
          case 0 -> {
            watch.ifPresent(Watch::close);
            watch = Optional.empty();
            lanes.settle();
          }
          case 1 -> {
            if (watch.isEmpty()) {
              boolean wrong = random.nextInt(6) == 0;
              Position known = screen.position();
              watch =
                  Optional.of(
                      lanes.watch(
                          "a",
                          screen,
                          wrong
                              ? Optional.of(new Position("another", known.seq()))
                              : Optional.of(known)));
              lanes.settle();
            }
          }
          case 2 -> lanes.afterSeconds(random.nextInt(40));
          case 3 ->
              LaneDriver.acked(
                  lanes.tell(
                      TALK.customer(
                          "c" + i, lanes.now(), texts.get(random.nextInt(texts.size())))));
          case 4 ->
              LaneDriver.acked(
                  lanes.tell(
                      TALK.agent("a" + i, lanes.now(), texts.get(random.nextInt(texts.size())))));
          default -> throw new AssertionError();
        }
        resumptions = screen.resumptions();
      }
      if (watch.isEmpty()) {
        watch = Optional.of(lanes.watch("a", screen, Optional.of(screen.position())));
      }
      lanes.settle();
      assertThat(screen.faults()).as("seed %s", seed).isEmpty();
      assertThat(shown(screen)).as("seed %s", seed).isEqualTo(shown(lanes.watch("a")));
      assertThat(resumptions).as("some came back without a snapshot").isPositive();
      watch.ifPresent(Watch::close);
    }
  }

  private static List<Object> shown(Screen screen) {
    Model model = new Model();
    Snapshot latest = screen.snapshots().getLast();
    model.apply(latest);
    screen.seen().stream()
        .filter(update -> update.seq() > latest.seq())
        .sorted(Comparator.comparingLong(CoachingUpdate::seq))
        .forEach(model::apply);
    return model.shown();
  }

  @Test
  void more_than_is_remembered_is_shown_afresh() throws Exception {
    try (LaneDriver lanes = new LaneDriver(new MemoryJournal())) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      Screen screen = new Screen();
      Watch watch = lanes.watch("a", screen, Optional.empty());
      lanes.settle();
      watch.close();
      for (int i = 0; i <= Audience.MOST_RECENT; i++) {
        LaneDriver.acked(lanes.tell(TALK.customer("c" + i, lanes.now(), "")));
      }
      Watch again = lanes.watch("a", screen, Optional.of(screen.position()));
      lanes.settle();
      assertThat(screen.resumptions()).isZero();
      assertThat(screen.snapshots()).hasSize(2);
      again.close();
      LaneDriver.acked(lanes.tell(TALK.customer("last", lanes.now(), "")));
      Watch last = lanes.watch("a", screen, Optional.of(screen.position()));
      lanes.settle();
      last.close();
      assertThat(screen.resumptions()).isEqualTo(1);
      assertThat(screen.faults()).isEmpty();
    }
  }

  @Test
  void an_epoch_of_before_a_restart_is_shown_afresh() throws Exception {
    try (LaneDriver lanes = new LaneDriver(new MemoryJournal())) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      Screen screen = lanes.watch("a");
      Position before = screen.position();
      lanes.restart();
      Watch watch = lanes.watch("a", screen, Optional.of(before));
      lanes.settle();
      assertThat(screen.resumptions()).isZero();
      assertThat(screen.snapshots()).hasSize(2);
      watch.close();
    }
  }
}
