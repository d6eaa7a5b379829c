package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.waiting.Uninterrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FullLaneTest {

  private static final long PATIENCE_SECONDS = 20;

  private final Inbox inbox = new Inbox(2);

  @Test
  void whoever_orders_from_a_full_lane_waits_for_room() throws Exception {
    assertThat(inbox.order(() -> {})).isTrue();
    assertThat(inbox.order(() -> {})).isTrue();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> third = new CompletableFuture<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  begun.countDown();
                  try {
                    third.complete(inbox.order(() -> {}));
                  } catch (InterruptedException e) {
                    third.completeExceptionally(e);
                  }
                });
    assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(inbox.waiting()).isEqualTo(2);
    assertThat(third).isNotDone();

    List<Runnable> taken = new ArrayList<>();
    inbox.take(taken, 1, 0);
    assertThat(third.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(inbox.waiting()).isEqualTo(2);
    caller.join();
  }

  @Test
  void a_signal_never_waits_and_comes_first() throws Exception {
    List<String> done = new ArrayList<>();
    assertThat(inbox.order(() -> done.add("order"))).isTrue();
    assertThat(inbox.order(() -> done.add("order"))).isTrue();
    for (int i = 0; i < 10; i++) {
      inbox.signal(() -> done.add("signal"));
    }
    List<Runnable> taken = new ArrayList<>();
    inbox.take(taken, 64, 0);
    taken.forEach(Runnable::run);
    assertThat(done).hasSize(12).startsWith("signal").endsWith("order", "order");
  }

  @Test
  void many_who_want_to_see_something_wait_for_what_happens() throws Exception {
    List<String> done = new ArrayList<>();
    Inbox wide = new Inbox(100);
    for (int i = 0; i < 10; i++) {
      assertThat(wide.visit(() -> done.add("visit"))).isTrue();
    }
    assertThat(wide.order(() -> done.add("order"))).isTrue();
    assertThat(takenAndDone(wide)).isTrue();
    assertThat(done).hasSize(1 + Inbox.VISITS_AT_ONCE).startsWith("order").contains("visit");
    done.clear();
    assertThat(wide.order(() -> done.add("order"))).isTrue();
    wide.close();
    while (takenAndDone(wide)) {
      assertThat(done).as("what comes later is still first").startsWith("order");
    }
    assertThat(done).as("none is forgotten").hasSize(1 + 10 - Inbox.VISITS_AT_ONCE);
  }

  private static boolean takenAndDone(Inbox from) {
    List<Runnable> taken = new ArrayList<>();
    boolean open = from.take(taken, 64, 0);
    taken.forEach(Runnable::run);
    return open;
  }

  @Test
  void a_caller_that_is_interrupted_stops_waiting() throws Exception {
    assertThat(inbox.order(() -> {})).isTrue();
    assertThat(inbox.order(() -> {})).isTrue();
    CompletableFuture<String> third = new CompletableFuture<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    third.complete("taken: " + inbox.order(() -> {}));
                  } catch (InterruptedException e) {
                    third.complete("interrupted");
                  }
                });
    caller.interrupt();
    assertThat(third.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("interrupted");
    assertThat(inbox.waiting()).isEqualTo(2);
  }

  @Test
  void a_closed_lane_takes_no_more_and_does_what_it_has() throws Exception {
    assertThat(inbox.order(() -> {})).isTrue();
    inbox.close();
    assertThat(inbox.order(() -> {})).isFalse();
    List<Runnable> taken = new ArrayList<>();
    assertThat(inbox.take(taken, 64, 0)).isFalse();
    assertThat(taken).hasSize(1);
  }

  @Test
  void settling_waits_for_all_that_was_handed_over_before_however_much_that_is() throws Exception {
    int messages = 900;
    MemoryJournal journal = new MemoryJournal();
    Talk talk = new Talk("a");
    CountDownLatch halted = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (LaneDriver lanes = new LaneDriver(journal)) {
      lanes
          .lanes()
          .submit(
              LaneDriver.CHAT,
              talk.starts(lanes.now()),
              receipt -> {
                halted.countDown();
                Uninterrupted.await(goOn);
              });
      assertThat(halted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      List<CompletableFuture<Receipt>> told = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        told.add(lanes.tell(talk.customer("m" + i, lanes.now(), "greeting")));
      }
      CompletableFuture<Integer> kept =
          CompletableFuture.supplyAsync(
              () -> {
                lanes.lanes().settle();
                return journal.read(new ConversationId("a")).size();
              });
      while (lanes.lanes().gauges().waiting() <= messages) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      assertThat(kept.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1 + messages);
      assertThat(LaneDriver.acked(told.getLast())).isEqualTo(1 + messages);
    }
  }
}
