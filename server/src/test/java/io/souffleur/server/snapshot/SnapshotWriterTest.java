package io.souffleur.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.testing.RandomConversation;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SnapshotWriterTest {

  private static final ConversationId ONE = new ConversationId("one");
  private static final Fingerprint PROGRAM = Fingerprint.builder().text("a program").build();

  private final RandomConversation talk = new RandomConversation(1, true);
  private final Coach coach = new Coach(talk.house());
  private final State state = coach.start(talk.start()).state();
  private final MemorySnapshots kept = new MemorySnapshots();

  private static Imprint at(long position) {
    return Imprint.at(position, 0, ChannelName.UNKNOWN, Instant.EPOCH, new int[0]);
  }

  private long position(ConversationId conversation) {
    byte[] bytes = Objects.requireNonNull(kept.all().get(conversation));
    return Imprint.opened(bytes, conversation, PROGRAM).orElseThrow().position();
  }

  /** A store that is busy with what it is given first until it is let go. */
  private final class Slow implements Snapshots {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger written = new AtomicInteger();

    @Override
    public Map<ConversationId, byte[]> all() {
      return kept.all();
    }

    @Override
    public void keep(Map<ConversationId, byte[]> latest) {
      begun.countDown();
      await(letGo);
      written.addAndGet(latest.size());
      kept.keep(latest);
    }

    @Override
    public void erase(Collection<ConversationId> conversations) {
      kept.erase(conversations);
    }

    @Override
    public void close() {}
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void of_a_conversation_that_changes_faster_than_it_is_written_the_latest_is_written() {
    Slow slow = new Slow();
    try (SnapshotWriter writer = new SnapshotWriter(slow, PROGRAM, coach::packed)) {
      writer.keep(new ConversationId("first"), at(1), state);
      await(slow.begun);
      for (int position = 1; position <= 100; position++) {
        writer.keep(ONE, at(position), state);
      }
      slow.letGo.countDown();
    }
    assertThat(position(ONE)).isEqualTo(100);
    assertThat(slow.written).hasValue(2);
  }

  @Test
  void what_is_erased_is_not_written_again_by_what_waited() {
    Slow slow = new Slow();
    try (SnapshotWriter writer = new SnapshotWriter(slow, PROGRAM, coach::packed)) {
      writer.keep(ONE, at(1), state);
      await(slow.begun);
      writer.keep(ONE, at(2), state);
      writer.erase(ONE);
      slow.letGo.countDown();
    }
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void more_than_may_wait_are_left_out_but_never_what_is_to_be_erased() {
    Slow slow = new Slow();
    kept.keep(Map.of(ONE, new byte[0]));
    try (SnapshotWriter writer = new SnapshotWriter(slow, PROGRAM, coach::packed)) {
      writer.keep(new ConversationId("first"), at(1), state);
      await(slow.begun);
      for (int i = 0; i < SnapshotWriter.MOST_WAITING + 10; i++) {
        writer.keep(new ConversationId("c" + i), at(1), state);
      }
      writer.erase(ONE);
      slow.letGo.countDown();
    }
    assertThat(slow.written).hasValue(1 + SnapshotWriter.MOST_WAITING);
    assertThat(kept.all()).doesNotContainKey(ONE);
  }

  @Test
  void a_store_that_fails_once_is_asked_again() {
    AtomicInteger asked = new AtomicInteger();
    Slow slow = new Slow();
    slow.letGo.countDown();
    Snapshots failing =
        new Snapshots() {
          @Override
          public Map<ConversationId, byte[]> all() {
            return Map.of();
          }

          @Override
          public void keep(Map<ConversationId, byte[]> latest) {
            if (asked.incrementAndGet() == 1) {
              slow.begun.countDown();
              throw new IllegalStateException("no room");
            }
            kept.keep(latest);
          }

          @Override
          public void erase(Collection<ConversationId> conversations) {}

          @Override
          public void close() {}
        };
    try (SnapshotWriter writer = new SnapshotWriter(failing, PROGRAM, coach::packed)) {
      writer.keep(ONE, at(1), state);
      await(slow.begun);
      writer.keep(ONE, at(2), state);
    }
    assertThat(position(ONE)).isEqualTo(2);
  }
}
