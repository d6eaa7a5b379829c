package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.journal.Outcome;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.RefusalCode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A promise goes from one conversation with a customer to the next. */
class HandoverTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final LaneDriver lanes = new LaneDriver(journal);
  private int actions;

  @AfterEach
  void stop() {
    journal.letGo();
    lanes.close();
  }

  /** A conversation with the customer of {@code key}, held by Inès. */
  private void start(String conversation, Optional<String> key) throws Exception {
    LaneDriver.acked(lanes.tell(started(conversation, key)));
  }

  private ChannelEvent.ConversationStarted started(String conversation, Optional<String> key) {
    return new ChannelEvent.ConversationStarted(
        new EventKey("start"),
        new ConversationKey(conversation),
        lanes.now().atOffset(ZoneOffset.UTC),
        Medium.CHAT,
        Optional.empty(),
        Optional.of("fr"),
        Optional.empty(),
        new CustomerRef(
            key,
            Optional.of("Nadia Haddad"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        Optional.of(new AgentRef("ines", "Inès")));
  }

  private void agent(String conversation, String id, String text) throws Exception {
    LaneDriver.acked(lanes.tell(new Talk(conversation).agent(id, lanes.now(), text)));
  }

  private void end(String conversation) throws Exception {
    LaneDriver.acked(lanes.tell(new Talk(conversation).ends("end", lanes.now())));
  }

  /** Starts a conversation, promises something within an hour, and ends it. */
  private void promiseAndEnd(String conversation, String key) throws Exception {
    start(conversation, Optional.of(key));
    agent(conversation, "m1", "commitment:PT1H");
    end(conversation);
  }

  private void keep(String conversation, String commitment) throws Exception {
    LaneDriver.acked(
        lanes.tell(
            new DeskAction.CommitmentKept(
                new ConversationKey(conversation), commitment, new EventKey("d" + ++actions))));
  }

  private void reopen(String conversation, String commitment) throws Exception {
    LaneDriver.acked(
        lanes.tell(
            new DeskAction.CommitmentReopened(
                new ConversationKey(conversation), commitment, new EventKey("d" + ++actions))));
  }

  private List<String> promises(String conversation) throws Exception {
    return promises(lanes, conversation);
  }

  private static List<String> promises(LaneDriver lanes, String conversation) throws Exception {
    return lanes.watch(conversation).snapshots().getFirst().commitments().stream()
        .map(HandoverTest::line)
        .toList();
  }

  private static String line(CoachingUpdate.Commitment promise) {
    return promise.commitment()
        + " "
        + promise.state()
        + promise.from().map(from -> " from " + from).orElse("");
  }

  private List<String> kinds(String conversation) {
    return journal.read(new ConversationId(conversation)).stream().map(Entry::kind).toList();
  }

  /** What the agent is told to owe, from the next frame that says something else. */
  private static List<String> owed(BlockingQueue<DeskReply.Attention> told, List<String> before)
      throws Exception {
    List<String> owed = before;
    while (owed.equals(before)) {
      DeskReply.Attention next = told.poll(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("nothing else was told than %s", before).isNotNull();
      owed =
          next.promises().stream()
              .map(
                  row ->
                      row.conversation()
                          + " "
                          + row.commitment()
                          + " "
                          + row.customer().orElse("?")
                          + " "
                          + row.state())
              .toList();
    }
    return owed;
  }

  @Test
  void the_customers_next_conversation_takes_over_what_is_owed_and_the_one_after_too()
      throws Exception {
    promiseAndEnd("first", "k-1");
    lanes.afterSeconds(60);
    start("second", Optional.of("k-1"));
    assertThat(promises("second")).containsExactly("c1 OPEN from first");
    end("second");
    start("third", Optional.of("k-1"));
    assertThat(promises("third")).containsExactly("c1 OPEN from first");
    start("fourth", Optional.of("k-1"));
    assertThat(promises("fourth")).isEmpty();
    agent("third", "m1", "hello");
    assertThat(promises("third")).containsExactly("c1 KEPT from first");
    end("third");
    start("fifth", Optional.of("k-1"));
    assertThat(promises("fifth")).isEmpty();
    assertThat(kinds("second"))
        .containsExactly(Entry.STARTED, "commitment.carried", "commitment.left", Entry.ENDED);
  }

  @Test
  void a_conversation_beside_takes_it_over_with_what_is_said_next_there() throws Exception {
    start("beside", Optional.of("k-1"));
    lanes.afterSeconds(60);
    promiseAndEnd("first", "k-1");
    assertThat(promises("beside")).isEmpty();
    LaneDriver.acked(lanes.tell(new Talk("beside").customer("m1", lanes.now(), "hello")));
    assertThat(promises("beside")).containsExactly("c1 OPEN from first");
    agent("beside", "m2", "hello");
    assertThat(promises("beside")).containsExactly("c1 OPEN from first");
    assertThat(kinds("beside"))
        .containsExactly(Entry.STARTED, "commitment.carried", "message", "message");
  }

  @Test
  void what_comes_after_the_end_takes_nothing_over() throws Exception {
    promiseAndEnd("first", "k-1");
    LaneDriver.acked(lanes.tell(new Talk("first").survey("s1", lanes.now())));
    promiseAndEnd("second", "k-2");
    start("third", Optional.of("k-1"));
    assertThat(promises("third")).containsExactly("c1 OPEN from first");
    assertThat(kinds("first"))
        .containsExactly(
            Entry.STARTED, "message", "commitment.left", Entry.ENDED, "survey.answered");
  }

  @Test
  void one_that_the_server_stopped_before_it_could_note_is_taken_over_afterwards()
      throws Exception {
    promiseAndEnd("first", "k-1");
    lanes.afterSeconds(60);
    start("second", Optional.of("k-1"));
    MemoryJournal stopped = new MemoryJournal();
    for (String conversation : List.of("first", "second")) {
      journal.read(new ConversationId(conversation)).stream()
          .filter(entry -> !entry.kind().equals("commitment.carried"))
          .forEach(entry -> stopped.append(entry, outcome -> {}));
    }
    try (LaneDriver again =
        new LaneDriver(stopped, new MovedClock(lanes.now()), Lanes.MOST_ORDERS)) {
      assertThat(promises(again, "second")).isEmpty();
      LaneDriver.acked(again.tell(new Talk("second").agent("m1", again.now(), "hello")));
      assertThat(promises(again, "second")).containsExactly("c1 KEPT from first");
    }
  }

  @Test
  void nobody_elses_conversation_takes_it_over() throws Exception {
    promiseAndEnd("first", "k-1");
    start("other", Optional.of("k-2"));
    start("nameless", Optional.empty());
    assertThat(promises("other")).isEmpty();
    assertThat(promises("nameless")).isEmpty();
  }

  @Test
  void what_was_kept_after_the_end_is_not_carried_unless_that_is_taken_back() throws Exception {
    promiseAndEnd("first", "k-1");
    keep("first", "c1");
    start("second", Optional.of("k-1"));
    assertThat(promises("second")).isEmpty();
    end("second");
    reopen("first", "c1");
    start("third", Optional.of("k-1"));
    assertThat(promises("third")).containsExactly("c1 OPEN from first");
  }

  @Test
  void a_restart_changes_nothing_wherever_the_promise_is() throws Exception {
    promiseAndEnd("kept", "k-1");
    keep("kept", "c1");
    promiseAndEnd("first", "k-1");
    lanes.restart();
    start("second", Optional.of("k-1"));
    lanes.restart();
    assertThat(promises("second")).containsExactly("c1 OPEN from first");
    start("third", Optional.of("k-1"));
    assertThat(promises("third")).isEmpty();
    end("second");
    lanes.restart();
    start("fourth", Optional.of("k-1"));
    assertThat(promises("fourth")).containsExactly("c1 OPEN from first");
    lanes.after(Duration.ofHours(1));
    assertThat(promises("fourth")).containsExactly("c1 MISSED from first");
  }

  @Test
  void the_agent_is_told_as_it_falls_due_and_no_longer_once_it_is_kept() throws Exception {
    promiseAndEnd("first", "k-1");
    BlockingQueue<DeskReply.Attention> told = new LinkedBlockingQueue<>();
    Watch watch = lanes.lanes().liveOf("ines", told::add);
    DeskReply.Attention first = told.poll(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(first).isNotNull();
    assertThat(first.promises()).isEmpty();
    watch.close();
    lanes.after(Duration.ofMinutes(50));
    watch = lanes.lanes().liveOf("ines", told::add);
    List<String> due = owed(told, List.of());
    assertThat(due).containsExactly("first c1 Nadia Haddad AT_RISK");
    assertThat(lanes.lanes().owes("ines", new ConversationKey("first"))).isTrue();
    assertThat(lanes.lanes().owes("marc", new ConversationKey("first"))).isFalse();
    keep("first", "c1");
    assertThat(owed(told, due)).isEmpty();
    lanes.clock.forward(Duration.ofMinutes(10));
    reopen("first", "c1");
    assertThat(owed(told, List.of())).containsExactly("first c1 Nadia Haddad BREACHED");
    watch.close();
  }

  @Test
  void a_week_after_its_deadline_nobody_is_asked_any_more() throws Exception {
    promiseAndEnd("first", "k-1");
    lanes.after(Duration.ofHours(1).plus(PromiseBook.REMEMBERED));
    start("second", Optional.of("k-1"));
    assertThat(promises("second")).isEmpty();
    promiseAndEnd("third", "k-1");
    assertThat(lanes.lanes().owes("ines", new ConversationKey("first"))).isFalse();
    assertThat(lanes.lanes().owes("ines", new ConversationKey("third"))).isTrue();
  }

  @Test
  void what_could_not_be_noted_stays_in_the_book() throws Exception {
    promiseAndEnd("first", "k-1");
    journal.hold();
    var receipt = lanes.tell(started("second", Optional.of("k-1")));
    lanes.settle();
    journal.settle(Outcome.NO_ROOM);
    assertThat(LaneDriver.refused(receipt)).isEqualTo(RefusalCode.BUSY);
    journal.letGo();
    start("third", Optional.of("k-1"));
    assertThat(promises("third")).containsExactly("c1 OPEN from first");
  }

  @Test
  void the_words_of_a_promise_may_be_read_where_it_was_carried_to() throws Exception {
    promiseAndEnd("first", "k-1");
    start("second", Optional.of("k-1"));
    ConversationKey second = new ConversationKey("second");
    ConversationKey first = new ConversationKey("first");
    assertThat(lanes.lanes().carries(second, first, new EventKey("m1"))).isTrue();
    assertThat(lanes.lanes().carries(second, first, new EventKey("m2"))).isFalse();
    assertThat(lanes.lanes().carries(first, second, new EventKey("m1"))).isFalse();
  }
}
