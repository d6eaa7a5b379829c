package io.souffleur.server.lane;

import static io.souffleur.server.lane.LaneDriver.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** While conversations go on, somebody sets the clock of the machine. A response is due in 60 s. */
class SetClockTest {
  private static final Talk TALK = new Talk("a");

  private final SetClock machine = new SetClock(START);
  private final Screen screen = new Screen();
  private Lanes lanes;

  @BeforeEach
  void start() {
    MemoryJournal journal = new MemoryJournal();
    lanes =
        Lanes.start(
            Past.read(journal, Snapshots.none(), LaneDriver.PROGRAM, START),
            TestHouse.coaching(),
            Proofreader.none(),
            machine.houseTime(),
            2,
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            });
    lanes.rouse();
  }

  @AfterEach
  void end() {
    lanes.close();
  }

  private void tell(ChannelEvent event) throws Exception {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    lanes.submit(LaneDriver.CHAT, event, receipt::complete);
    assertThat(receipt.get(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(Receipt.Kept.class);
  }

  private void watch() throws InterruptedException {
    lanes.watch(
        new ConversationKey("a"), anybody -> true, Optional.empty(), Optional.empty(), screen);
    LaneDriver.settle(lanes);
  }

  private List<CoachingUpdate.Timer> clocks() throws InterruptedException {
    LaneDriver.settle(lanes);
    return screen.seen().stream()
        .filter(CoachingUpdate.Timer.class::isInstance)
        .map(CoachingUpdate.Timer.class::cast)
        .filter(clock -> clock.timer().equals("response"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "PT5S", "PT-5S"})
  void a_running_clock_runs_out_when_its_time_is_over_and_once(Duration by) throws Exception {
    tell(TALK.starts(START));
    tell(TALK.customer("m", START, "question"));
    watch();
    machine.pass(Duration.ofSeconds(30));
    machine.set(by);
    assertThat(clocks()).isEmpty();
    machine.pass(Duration.ofSeconds(30).minusNanos(1));
    assertThat(clocks()).isEmpty();
    machine.pass(Duration.ofNanos(1));
    assertThat(clocks()).extracting(clock -> clock.state().name()).containsExactly("BREACHED");
    assertThat(clocks().getFirst().at()).isEqualTo(START.plusSeconds(60));
    machine.set(by.negated());
    machine.pass(Duration.ofMinutes(5));
    assertThat(clocks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"PT1H,true", "PT1H,false", "PT-1H,true", "PT-1H,false"})
  void a_clock_that_starts_afterwards_has_all_its_time(Duration by, boolean channelToo)
      throws Exception {
    tell(TALK.starts(START));
    watch();
    machine.pass(Duration.ofMinutes(10));
    machine.set(by);
    tell(TALK.customer("m", channelToo ? machine.wall() : machine.wall().minus(by), "question"));
    assertThat(clocks()).extracting(clock -> clock.state().name()).containsExactly("RUNNING");
    machine.pass(Duration.ofSeconds(59));
    assertThat(clocks()).hasSize(1);
    machine.pass(Duration.ofSeconds(1));
    assertThat(clocks())
        .extracting(clock -> clock.state().name())
        .containsExactly("RUNNING", "BREACHED");
    assertThat(screen.seen())
        .extracting(CoachingUpdate::at)
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(screen.faults()).isEmpty();
  }
}
