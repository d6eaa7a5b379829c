package io.souffleur.server.journal;

import static io.souffleur.server.journal.JournalContract.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private static final long PATIENCE = 10;

  /** Lets the test decide, commit by commit, how it goes. */
  private static final class ScriptedStore implements Store {
    final BlockingQueue<List<Entry>> begun = new ArrayBlockingQueue<>(100);
    final List<ConversationId> erased = new CopyOnWriteArrayList<>();
    final SynchronousQueue<String> decisions = new SynchronousQueue<>();

    @Override
    public void rewrite(List<Entry> entries) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(List<Entry> entries) throws SQLException {
      begun.add(entries);
      String decision;
      try {
        decision = decisions.take();
      } catch (InterruptedException e) {
        throw new SQLException("BROKEN", e);
      }
      if (!decision.equals("fine")) {
        throw new SQLException(decision);
      }
    }

    @Override
    public void erase(List<ConversationId> conversations) {
      erased.addAll(conversations);
    }

    @Override
    public Trouble trouble(SQLException exception) {
      return Trouble.valueOf(String.valueOf(exception.getMessage()));
    }

    List<Entry> next(String decision) throws InterruptedException {
      List<Entry> entries = begun.poll(PATIENCE, TimeUnit.SECONDS);
      assertThat(entries).isNotNull();
      assertThat(decisions.offer(decision, PATIENCE, TimeUnit.SECONDS)).isTrue();
      return entries;
    }
  }

  private final ScriptedStore store = new ScriptedStore();
  private final AtomicInteger fatal = new AtomicInteger();
  private final AtomicBoolean readyWhenTold = new AtomicBoolean();
  private final GroupCommit commit = new GroupCommit(store, this::end);

  private void end(String reason, Throwable cause) {
    readyWhenTold.set(commit.ready());
    fatal.incrementAndGet();
  }

  @AfterEach
  void end() {
    commit.close();
  }

  private CompletableFuture<Outcome> append(String conversation, long position) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    commit.append(entry(conversation, position, "k" + position, 0, "message"), outcome::complete);
    return outcome;
  }

  private static Outcome of(CompletableFuture<Outcome> outcome) throws Exception {
    return outcome.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void nobody_is_told_before_the_commit() throws Exception {
    CompletableFuture<Outcome> first = append("a", 1);
    List<Entry> begun = store.begun.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(begun).hasSize(1);
    assertThat(first).isNotDone();
    store.decisions.put("fine");
    assertThat(of(first)).isEqualTo(Outcome.DURABLE);
  }

  @Test
  void what_waits_is_committed_together() throws Exception {
    CompletableFuture<Outcome> first = append("a", 1);
    assertThat(store.begun.poll(PATIENCE, TimeUnit.SECONDS)).hasSize(1);
    List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
    for (int i = 0; i < GroupCommit.LARGEST_GROUP + 10; i++) {
      waiting.add(append("b", i + 1));
    }
    store.decisions.put("fine");
    assertThat(of(first)).isEqualTo(Outcome.DURABLE);
    assertThat(store.next("fine")).hasSize(GroupCommit.LARGEST_GROUP);
    assertThat(store.next("fine")).hasSize(10);
    assertThat(of(waiting.getLast())).isEqualTo(Outcome.DURABLE);
  }

  @Test
  void without_room_a_conversation_stops_until_it_goes_on_from_the_gap() throws Exception {
    CompletableFuture<Outcome> lost = append("a", 5);
    assertThat(store.begun.poll(PATIENCE, TimeUnit.SECONDS)).hasSize(1);
    CompletableFuture<Outcome> afterLost = append("a", 6);
    CompletableFuture<Outcome> neighbour = append("b", 1);
    store.decisions.put("NO_ROOM");
    assertThat(of(lost)).isEqualTo(Outcome.NO_ROOM);
    assertThat(store.next("fine")).extracting(e -> e.conversation().key()).containsExactly("b");
    assertThat(of(afterLost)).isEqualTo(Outcome.NO_ROOM);
    assertThat(of(neighbour)).isEqualTo(Outcome.DURABLE);

    CompletableFuture<Outcome> again = append("a", 5);
    store.next("fine");
    assertThat(of(again)).isEqualTo(Outcome.DURABLE);
    assertThat(commit.ready()).isTrue();
    assertThat(fatal).hasValue(0);
  }

  @Test
  void after_a_failed_sync_nothing_is_kept_and_the_program_is_told() throws Exception {
    CompletableFuture<Outcome> unsure = append("a", 1);
    store.next("BROKEN");
    assertThat(of(unsure)).isEqualTo(Outcome.BROKEN);
    assertThat(of(append("b", 1))).isEqualTo(Outcome.BROKEN);
    assertThat(commit.ready()).isFalse();
    assertThat(fatal).hasValue(1);
    assertThat(readyWhenTold).isFalse();
    assertThat(store.begun).isEmpty();
  }

  @Test
  void a_listener_that_fails_does_not_stop_the_others() throws Exception {
    commit.append(
        entry("a", 1, "k", 0, "message"),
        outcome -> {
          throw new IllegalStateException("on purpose");
        });
    store.next("fine");
    CompletableFuture<Outcome> next = append("a", 2);
    store.next("fine");
    assertThat(of(next)).isEqualTo(Outcome.DURABLE);
  }
}
