package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Whoever comes at the very moment at which something is told misses nothing, hears nothing twice.
 */
class JoiningRaceTest {
  private static final Talk TALK = new Talk("a");

  /** A desk whose first frame takes its time. */
  private static final class Slow implements Watcher {
    private final CountDownLatch shown = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Long> seqs = new ArrayList<>();

    private void first(long seq) {
      seqs.add(seq);
      shown.countDown();
      try {
        assertThat(goOn.await(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void snapshot(Snapshot snapshot) {
      first(snapshot.seq());
    }

    @Override
    public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {
      first(from.seq());
      missed.forEach(update -> seqs.add(update.seq()));
    }

    @Override
    public void updates(Bulletin bulletin) {
      bulletin.updates().forEach(update -> seqs.add(update.seq()));
    }

    @Override
    public void refused(Refused refusal) {
      throw new AssertionError(refusal);
    }
  }

  @Test
  void what_is_told_while_the_first_snapshot_is_handed_over_comes_right_after_it()
      throws Exception {
    withoutGap(false);
  }

  @Test
  void what_is_told_while_the_missed_is_handed_over_comes_right_after_it() throws Exception {
    withoutGap(true);
  }

  private static void withoutGap(boolean resumes) throws Exception {
    try (LaneDriver lanes = new LaneDriver(new MemoryJournal())) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      Position start = lanes.watch("a").position();
      LaneDriver.acked(lanes.tell(TALK.customer("m1", lanes.now(), "question")));
      Slow slow = new Slow();
      Watch watch = lanes.watch("a", slow, resumes ? Optional.of(start) : Optional.empty());
      assertThat(slow.shown.await(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Receipt> second =
          lanes.tell(TALK.agent("m2", lanes.now(), "greeting apology"));
      slow.goOn.countDown();
      LaneDriver.acked(second);
      lanes.settle();
      assertThat(slow.seqs).hasSizeGreaterThan(2);
      for (int i = 1; i < slow.seqs.size(); i++) {
        assertThat(slow.seqs.get(i)).isEqualTo(slow.seqs.get(i - 1) + 1);
      }
      assertThat(slow.seqs.getLast()).isEqualTo(lanes.watch("a").position().seq());
      watch.close();
    }
  }

  @Test
  void what_is_not_durable_yet_is_told_once_and_after_the_snapshot() throws Exception {
    MemoryJournal journal = new MemoryJournal();
    try (LaneDriver lanes = new LaneDriver(journal)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      Position before = lanes.watch("a").position();
      journal.hold();
      CompletableFuture<Receipt> held =
          lanes.tell(TALK.customer("m1", lanes.now(), "question dissatisfaction"));
      lanes.settle();
      Screen early = new Screen();
      Watch watch = lanes.watch("a", early, Optional.empty());
      lanes.settle();
      assertThat(early.position()).isEqualTo(before);
      assertThat(early.seen()).isEmpty();
      journal.letGo();
      LaneDriver.acked(held);
      lanes.settle();
      assertThat(early.snapshots()).hasSize(1);
      assertThat(early.faults()).isEmpty();
      assertThat(early.position()).isEqualTo(lanes.watch("a").position());
      watch.close();
    }
  }
}
