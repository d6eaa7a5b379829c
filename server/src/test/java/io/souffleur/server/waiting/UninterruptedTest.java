package io.souffleur.server.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an interruption does to a wait that must be seen through. */
@Timeout(20)
class UninterruptedTest {

  /** Whether the thread was told of the interruption after it had waited. */
  private static FutureTask<Boolean> interruptedWhile(Runnable waits) {
    return new FutureTask<>(
        () -> {
          Thread.currentThread().interrupt();
          waits.run();
          return Thread.interrupted();
        });
  }

  @Test
  void an_element_gets_its_room_and_the_thread_hears_of_the_interruption_afterwards()
      throws Exception {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    queue.put("first");
    FutureTask<Boolean> interrupted = interruptedWhile(() -> Uninterrupted.put(queue, "second"));
    Thread.ofVirtual().start(interrupted);

    assertThat(queue.take()).isEqualTo("first");
    assertThat(queue.take()).isEqualTo("second");
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void a_latch_is_awaited_to_the_end() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    FutureTask<Boolean> interrupted = interruptedWhile(() -> Uninterrupted.await(latch));
    Thread waiting = Thread.ofPlatform().start(interrupted);
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertThat(interrupted.isDone()).isFalse();
    latch.countDown();
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void a_thread_is_waited_for_until_it_has_ended() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread busy = Thread.ofVirtual().start(() -> Uninterrupted.await(end));
    FutureTask<Boolean> interrupted = interruptedWhile(() -> Uninterrupted.join(busy));
    Thread waiting = Thread.ofPlatform().start(interrupted);
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertThat(interrupted.isDone()).isFalse();
    end.countDown();
    assertThat(interrupted.get()).isTrue();
    assertThat(busy.isAlive()).isFalse();
  }
}
