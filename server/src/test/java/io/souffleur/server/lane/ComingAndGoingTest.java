package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.testing.Race;
import io.souffleur.wire.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Desks that come and go, and come back with what they know, while it is being told: each sees
 * every update once and in its order. Guards against history that is read before the ear is there,
 * and against a part of it.
 */
class ComingAndGoingTest {
  private static final int DESKS = 3;
  private static final int VISITS = 25;
  private static final int MOST_MESSAGES = 400;

  static IntStream seeds() {
    return Race.seeds(20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_misses_anything_or_hears_it_twice(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (LaneDriver driver = new LaneDriver(new MemoryJournal())) {
      Talk talk = new Talk("a");
      LaneDriver.acked(driver.tell(talk.starts(driver.now())));
      AtomicBoolean over = new AtomicBoolean();
      List<Screen> screens = new ArrayList<>();
      List<Race.Runner> desks = new ArrayList<>();
      for (int i = 0; i < DESKS; i++) {
        Screen screen = new Screen();
        screens.add(screen);
        SplittableRandom own = random.split();
        desks.add(() -> visit(driver, screen, own));
      }
      List<Race.Runner> runners = new ArrayList<>();
      SplittableRandom tells = random.split();
      Thread talking = Thread.ofPlatform().start(() -> talk(driver, talk, tells, over));
      runners.addAll(desks);
      try {
        Race.of(runners);
      } finally {
        over.set(true);
        talking.join();
      }
      driver.settle();
      Snapshot all = Objects.requireNonNull(driver.watch("a").latest());
      for (Screen screen : screens) {
        driver.watch("a", screen, Optional.of(screen.position()));
        driver.settle();
        assertThat(screen.faults()).isEmpty();
        assertThat(screen.refusals()).isEmpty();
        assertThat(screen.position().seq()).isEqualTo(all.seq());
      }
      assertThat(screens).anyMatch(screen -> screen.resumptions() > 1);
    }
  }

  private static void talk(
      LaneDriver driver, Talk talk, SplittableRandom random, AtomicBoolean over) {
    for (int i = 0; i < MOST_MESSAGES && !over.get(); i++) {
      driver.clock.forward(Duration.ofMillis(random.nextInt(20_000)));
      var unused =
          driver.tell(
              random.nextBoolean()
                  ? talk.customer("m" + i, driver.now(), "question")
                  : talk.agent("m" + i, driver.now(), "greeting"));
    }
  }

  private static void visit(LaneDriver driver, Screen screen, SplittableRandom random)
      throws Exception {
    boolean came = false;
    for (int i = 0; i < VISITS; i++) {
      Optional<Position> from =
          came && random.nextInt(4) > 0 ? Optional.of(screen.position()) : Optional.empty();
      Watch watch = driver.watch("a", screen, from);
      came = true;
      if (random.nextBoolean()) {
        driver.settle();
      }
      watch.close();
      driver.settle();
    }
  }
}
