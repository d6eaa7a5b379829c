package io.souffleur.server.lane;

import static io.souffleur.server.core.testing.TimerBuilder.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.NamedCues;
import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.TimerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.junit.jupiter.api.Test;

/**
 * As many clocks as a large house has, all of them due within a few seconds of real time. The
 * figures are in docs/measures.md; started by hand ({@code main}), it prints them.
 */
class ManyClocksTest {
  private static final int CLOCKS = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SPREAD = Duration.ofSeconds(5);
  private static final Duration TO_BE_TOLD = Duration.ofSeconds(3);

  /** With other tests beside it; alone it is some hundred times better. */
  private static final long SLACK_MICROS = 3_000_000;

  /** With no wake-up but those of the clock. */
  private static final Coaching COACHING =
      new Coaching(
          new Coach(
              House.of(
                  timer("response")
                      .from(new Moment.MessageBy(Author.CUSTOMER))
                      .to(new Moment.MessageBy(Author.AGENT))
                      .within(LIMIT)
                      .build())),
          new NamedCues(),
          Optional.empty());

  private final HouseTime time = SteadyTime.ofTheMachine();
  private final ConcurrentHistogram lateness =
      new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3);
  private final AtomicInteger early = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final CountDownLatch breached = new CountDownLatch(CLOCKS);

  /** Sees one clock run out. */
  private final class Listener implements Watcher {
    private boolean seen;

    @Override
    public void snapshot(Snapshot snapshot) {
      snapshot.timers().forEach(this::hear);
    }

    @Override
    public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {}

    @Override
    public void updates(Bulletin bulletin) {
      bulletin.updates().forEach(this::hear);
    }

    @Override
    public void refused(Refused refusal) {
      throw new AssertionError(refusal);
    }

    private void hear(CoachingUpdate update) {
      if (update instanceof CoachingUpdate.Timer clock && clock.state() == TimerState.BREACHED) {
        long micros = Duration.between(clock.deadline(), time.instant()).toNanos() / 1_000;
        if (micros < 0) {
          early.incrementAndGet();
        }
        if (seen) {
          twice.incrementAndGet();
        }
        seen = true;
        lateness.recordValue(Math.max(0, micros));
        breached.countDown();
      }
    }
  }

  @Test
  void none_runs_out_early_or_twice_or_is_forgotten() throws Exception {
    run();
    assertThat(early).hasValue(0);
    assertThat(twice).hasValue(0);
    assertThat(lateness.getTotalCount()).isEqualTo(CLOCKS);
    assertThat(lateness.getValueAtPercentile(99)).isLessThan(SLACK_MICROS);
  }

  private void run() throws Exception {
    try (Lanes lanes =
        Lanes.start(
            Past.read(new MemoryJournal(), Snapshots.none(), LaneDriver.PROGRAM, time.instant()),
            COACHING,
            Proofreader.none(),
            time,
            2,
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            })) {
      lanes.rouse();
      Instant before = time.instant().minus(LIMIT);
      for (int i = 0; i < CLOCKS; i++) {
        lanes.submit(LaneDriver.CHAT, talk(i).starts(before), receipt -> {});
        lanes.watch(
            new ConversationKey(talk(i).conversation()),
            anybody -> true,
            Optional.empty(),
            Optional.empty(),
            new Listener());
      }
      LaneDriver.settle(lanes);
      Instant first = time.instant().plus(TO_BE_TOLD);
      for (int i = 0; i < CLOCKS; i++) {
        // The customer wrote so long ago that the answer is due at its own moment of the spread.
        Instant wrote = first.plus(SPREAD.multipliedBy(i).dividedBy(CLOCKS)).minus(LIMIT);
        lanes.submit(LaneDriver.CHAT, talk(i).customer("m", wrote, "question"), receipt -> {});
      }
      assertThat(breached.await(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("%s have not run out", breached.getCount())
          .isTrue();
    }
  }

  private static Talk talk(int number) {
    return new Talk("c" + number);
  }

  /** Prints how late they were, in microseconds. */
  public static void main(String[] args) throws Exception {
    ManyClocksTest test = new ManyClocksTest();
    test.run();
    System.out.printf(
        Locale.ROOT,
        "early %d, twice %d; late by p50 %d, p99 %d, p99.9 %d, at most %d%n",
        test.early.get(),
        test.twice.get(),
        test.lateness.getValueAtPercentile(50),
        test.lateness.getValueAtPercentile(99),
        test.lateness.getValueAtPercentile(99.9),
        test.lateness.getMaxValue());
  }
}
