package io.souffleur.server.lane;

import static io.souffleur.server.lane.LaneDriver.acked;
import static io.souffleur.server.lane.LaneDriver.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.journal.Outcome;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final Talk A = new Talk("a");
  private static final Talk B = new Talk("b");

  private final MemoryJournal journal = new MemoryJournal();
  private final LaneDriver lanes = new LaneDriver(journal);

  @AfterEach
  void end() {
    journal.letGo();
    lanes.close();
  }

  private List<Entry> kept(String conversation) {
    return journal.read(new ConversationId(conversation));
  }

  @Test
  void nothing_is_told_before_it_is_durable() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    Screen screen = lanes.watch("a");
    journal.hold();

    CompletableFuture<Receipt> receipt = lanes.tell(A.agent("m", lanes.now(), "greeting"));
    lanes.settle();
    lanes.afterSeconds(100);
    assertThat(journal.waiting()).isEqualTo(1);
    assertThat(receipt).isNotDone();
    assertThat(screen.seen()).isEmpty();

    journal.settle(Outcome.DURABLE);
    assertThat(acked(receipt)).isEqualTo(2);
    lanes.settle();
    assertThat(screen.seen()).isNotEmpty();
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void a_conversation_that_is_not_durable_yet_is_shown_once_it_is() throws Exception {
    journal.hold();
    CompletableFuture<Receipt> receipt = lanes.tell(A.starts(lanes.now()));
    Screen screen = lanes.watch("a");
    assertThat(screen.snapshots()).isEmpty();
    journal.settle(Outcome.DURABLE);
    acked(receipt);
    lanes.settle();
    assertThat(screen.snapshots()).hasSize(1);
    assertThat(screen.refusals()).isEmpty();
  }

  @Test
  void a_wake_up_waits_for_what_was_before_it() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    Screen screen = lanes.watch("a");
    journal.hold();
    CompletableFuture<Receipt> asked = lanes.tell(A.customer("m", lanes.now(), "question"));
    lanes.settle();
    lanes.afterSeconds(61);
    assertThat(screen.seen()).isEmpty();
    journal.settle(Outcome.DURABLE);
    acked(asked);
    lanes.settle();
    assertThat(screen.seen()).extracting(update -> update.seq()).isSorted();
    assertThat(timers(screen)).containsExactly("RUNNING", "BREACHED");
  }

  private static List<String> timers(Screen screen) {
    return screen.seen().stream()
        .filter(CoachingUpdate.Timer.class::isInstance)
        .map(update -> ((CoachingUpdate.Timer) update).state().toString())
        .toList();
  }

  @Test
  void a_repeated_event_gets_the_same_answer_and_changes_nothing() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    ChannelEvent.Message message = A.agent("m", lanes.now(), "greeting");
    assertThat(acked(lanes.tell(message))).isEqualTo(2);
    acked(lanes.tell(A.agent("n", lanes.now(), "question")));
    assertThat(acked(lanes.tell(message))).isEqualTo(2);
    assertThat(acked(lanes.tell(A.starts(LaneDriver.START)))).isEqualTo(1);
    assertThat(kept("a")).hasSize(3);
    lanes.restart();
    assertThat(acked(lanes.tell(message))).isEqualTo(2);
    assertThat(kept("a")).hasSize(3);
  }

  @Test
  void an_event_repeated_while_the_first_is_in_flight_is_answered_with_it() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    journal.hold();
    ChannelEvent.Message message = A.agent("m", lanes.now(), "greeting");
    CompletableFuture<Receipt> first = lanes.tell(message);
    CompletableFuture<Receipt> second = lanes.tell(message);
    CompletableFuture<Receipt> other = lanes.tell(A.agent("m", lanes.now(), "something else"));
    assertThat(refused(other)).isEqualTo(RefusalCode.CONFLICT);
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    assertThat(journal.waiting()).isEqualTo(1);
    journal.settle(Outcome.DURABLE);
    assertThat(acked(first)).isEqualTo(2);
    assertThat(acked(second)).isEqualTo(2);
  }

  @Test
  void the_same_id_with_another_body_is_a_conflict() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.agent("m", lanes.now(), "one")));
    assertThat(refused(lanes.tell(A.agent("m", lanes.now(), "two"))))
        .isEqualTo(RefusalCode.CONFLICT);
    assertThat(refused(lanes.tell(A.ends("m", lanes.now())))).isEqualTo(RefusalCode.CONFLICT);
    assertThat(kept("a")).hasSize(2);
  }

  @Test
  void the_same_id_in_another_conversation_is_another_event() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(B.starts(lanes.now())));
    assertThat(acked(lanes.tell(B.agent("m", lanes.now(), "one")))).isEqualTo(2);
    assertThat(acked(lanes.tell(A.agent("m", lanes.now(), "two")))).isEqualTo(2);
  }

  @Test
  void an_edit_is_kept_and_an_edit_of_long_ago_is_stale() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.says(Author.AGENT, "m", 0, lanes.now(), "one")));
    acked(lanes.tell(A.says(Author.AGENT, "m", 2, lanes.now(), "three")));
    assertThat(refused(lanes.tell(A.says(Author.AGENT, "m", 1, lanes.now(), "two"))))
        .isEqualTo(RefusalCode.STALE_REVISION);
    assertThat(acked(lanes.tell(A.says(Author.AGENT, "m", 0, lanes.now(), "one")))).isEqualTo(2);
    DeskReply shown = lanes.lanes().message(new ConversationKey("a"), new EventKey("m"));
    assertThat(shown).isInstanceOf(DeskReply.MessageShown.class);
    assertThat(((DeskReply.MessageShown) shown).text()).isEqualTo("three");
  }

  @Test
  void what_does_not_fit_the_conversation_is_refused_and_says_what_to_do() throws Exception {
    Receipt unknown = LaneDriver.of(lanes.tell(A.agent("m", lanes.now(), "one")));
    assertThat(((Receipt.NotKept) unknown).refused().code())
        .isEqualTo(RefusalCode.UNKNOWN_CONVERSATION);
    assertThat(((Receipt.NotKept) unknown).refused().reason()).contains("conversation.started");
    acked(lanes.tell(A.starts(lanes.now())));
    assertThat(
            refused(lanes.tell(A.starts("other", lanes.now(), Optional.empty(), Optional.empty()))))
        .isEqualTo(RefusalCode.ALREADY_STARTED);
    acked(lanes.tell(A.ends("e", lanes.now())));
    assertThat(refused(lanes.tell(A.agent("m", lanes.now(), "one"))))
        .isEqualTo(RefusalCode.CONVERSATION_ENDED);
    assertThat(acked(lanes.tell(A.survey("s", lanes.now())))).isEqualTo(3);
    assertThat(lanes.lanes().gauges().refused()).isEqualTo(3);
  }

  @Test
  void a_late_event_is_handled_at_the_instant_already_reached() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    lanes.afterSeconds(10);
    acked(lanes.tell(A.agent("m", lanes.now(), "one")));
    acked(lanes.tell(A.agent("late", LaneDriver.START.plusSeconds(3), "two")));
    assertThat(kept("a").getLast().handled()).isEqualTo(LaneDriver.START.plusSeconds(10));
  }

  @Test
  void an_event_from_the_future_is_handled_now() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.agent("m", LaneDriver.START.plusSeconds(3600), "one")));
    assertThat(kept("a").getLast().handled()).isEqualTo(LaneDriver.START);
  }

  @Test
  void a_wake_up_comes_at_its_instant_and_not_before() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.customer("m", lanes.now(), "question")));
    Screen screen = lanes.watch("a");
    lanes.clock.to(LaneDriver.START.plusSeconds(60).minusNanos(1));
    lanes.settle();
    assertThat(timers(screen)).isEmpty();
    lanes.clock.to(LaneDriver.START.plusSeconds(75));
    lanes.settle();
    assertThat(timers(screen)).containsExactly("BREACHED");
    assertThat(screen.seen())
        .filteredOn(CoachingUpdate.Timer.class::isInstance)
        .extracting(CoachingUpdate::at)
        .containsExactly(LaneDriver.START.plusSeconds(60));
  }

  @Test
  void a_wake_up_is_handled_before_an_event_of_later() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.customer("m", lanes.now(), "question")));
    Screen screen = lanes.watch("a");
    lanes.clock.to(LaneDriver.START.plusSeconds(70));
    acked(lanes.tell(A.agent("answer", LaneDriver.START.plusSeconds(65), "greeting")));
    assertThat(timers(screen)).containsExactly("BREACHED", "STOPPED");
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void a_fault_in_one_conversation_touches_no_other() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(B.starts(lanes.now())));
    Screen a = lanes.watch("a");
    Screen b = lanes.watch("b");
    assertThat(acked(lanes.tell(A.agent("m", lanes.now(), "boom")))).isEqualTo(2);
    assertThat(acked(lanes.tell(B.agent("m", lanes.now(), "greeting")))).isEqualTo(2);
    assertThat(acked(lanes.tell(A.agent("n", lanes.now(), "greeting")))).isEqualTo(3);
    lanes.settle();
    assertThat(a.refusals()).extracting(Refused::code).containsExactly(RefusalCode.INTERNAL);
    assertThat(a.seen()).isEmpty();
    assertThat(b.seen()).isNotEmpty();
    assertThat(lanes.lanes().gauges().degraded()).isEqualTo(1);
    assertThat(lanes.lanes().ready()).isTrue();

    lanes.restart();
    assertThat(lanes.watch("a").refusals()).hasSize(1);
    assertThat(lanes.watch("b").snapshots()).hasSize(1);
    assertThat(acked(lanes.tell(A.ends("e", lanes.now())))).isEqualTo(4);
  }

  @Test
  void without_room_an_event_is_refused_and_may_come_again() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    Screen screen = lanes.watch("a");
    journal.hold();
    ChannelEvent.Message lost = A.agent("m", lanes.now(), "greeting");
    CompletableFuture<Receipt> first = lanes.tell(lost);
    CompletableFuture<Receipt> second = lanes.tell(A.agent("n", lanes.now(), "question"));
    lanes.settle();
    journal.settle(Outcome.NO_ROOM);
    assertThat(refused(first)).isEqualTo(RefusalCode.BUSY);
    assertThat(refused(second)).isEqualTo(RefusalCode.BUSY);
    lanes.settle();
    assertThat(screen.seen()).isEmpty();
    journal.letGo();
    assertThat(acked(lanes.tell(lost))).isEqualTo(2);
    lanes.settle();
    assertThat(screen.seen()).isNotEmpty();
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void a_broken_journal_acknowledges_nothing_and_the_lanes_are_not_ready() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    journal.hold();
    CompletableFuture<Receipt> unsure = lanes.tell(A.agent("m", lanes.now(), "greeting"));
    lanes.settle();
    journal.settle(Outcome.BROKEN);
    assertThat(refused(unsure)).isEqualTo(RefusalCode.INTERNAL);
    assertThat(lanes.lanes().ready()).isFalse();
  }

  @Test
  void an_agent_sees_a_conversation_until_another_holds_it() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    Screen ines = new Screen();
    Screen tom = new Screen();
    for (Screen screen : List.of(ines, tom)) {
      lanes
          .lanes()
          .watch(
              new ConversationKey("a"),
              agent -> agent.isEmpty() || agent.get().equals(screen == ines ? "ines" : "tom"),
              Optional.empty(),
              Optional.empty(),
              screen);
    }
    lanes.settle();
    assertThat(ines.snapshots()).hasSize(1);
    assertThat(tom.refusals()).extracting(Refused::code).containsExactly(RefusalCode.UNAUTHORISED);
    acked(lanes.tell(A.assigned("t", lanes.now(), "tom")));
    acked(lanes.tell(A.customer("m", lanes.now(), "question")));
    lanes.settle();
    assertThat(ines.refusals()).extracting(Refused::code).containsExactly(RefusalCode.UNAUTHORISED);
    assertThat(ines.seen()).isEmpty();
  }

  @Test
  void what_an_agent_does_is_kept_and_acknowledged() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    DeskAction contested =
        new DeskAction.ItemContested(
            new ConversationKey("a"), "greeting", Optional.of("I did"), new EventKey("c"));
    assertThat(acked(lanes.tell(contested))).isEqualTo(2);
    assertThat(acked(lanes.tell(contested))).isEqualTo(2);
    assertThat(acked(lanes.tell(A.agent("c", lanes.now(), "greeting")))).isEqualTo(3);
    DeskAction nonsense =
        new DeskAction.ItemContested(
            new ConversationKey("a"), "No Item!", Optional.empty(), new EventKey("d"));
    assertThat(refused(lanes.tell(nonsense))).isEqualTo(RefusalCode.INVALID_FIELD);
    lanes.restart();
    assertThat(acked(lanes.tell(contested))).isEqualTo(2);
  }

  @Test
  void a_draft_is_judged_and_leaves_no_trace() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    Screen screen = lanes.watch("a");
    CompletableFuture<DeskReply> checked = new CompletableFuture<>();
    lanes
        .lanes()
        .checkDraft(
            new ConversationKey("a"),
            "greeting, jargon:plain",
            7,
            Optional.empty(),
            checked::complete);
    DeskReply reply = checked.get(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(reply).isInstanceOf(DeskReply.DraftChecked.class);
    DeskReply.DraftChecked draft = (DeskReply.DraftChecked) reply;
    assertThat(draft.revision()).isEqualTo(7);
    assertThat(draft.would()).containsExactly("greeting");
    assertThat(draft.findings()).hasSize(1);
    assertThat(draft.findings().getFirst().replacements()).containsExactly("plain");
    assertThat(draft.findings().getFirst().start()).isEqualTo(10);
    lanes.settle();
    assertThat(screen.seen()).isEmpty();
    assertThat(kept("a")).hasSize(1);
  }

  @Test
  void an_ended_conversation_leaves_memory_and_can_still_be_shown() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.ends("e", lanes.now())));
    lanes.settle();
    assertThat(lanes.lanes().gauges().resident()).isEqualTo(1);
    lanes.after(Keeper.REST);
    assertThat(lanes.lanes().gauges().resident()).isZero();
    Screen screen = lanes.watch("a");
    assertThat(screen.snapshots()).hasSize(1);
    assertThat(screen.snapshots().getFirst().summary()).isPresent();
    assertThat(refused(lanes.tell(A.agent("m", lanes.now(), "one"))))
        .isEqualTo(RefusalCode.CONVERSATION_ENDED);
  }

  @Test
  void a_changed_fact_is_shown_by_a_fresh_snapshot() throws Exception {
    acked(lanes.tell(A.starts("s", lanes.now(), Optional.empty(), Optional.empty())));
    Screen screen = lanes.watch("a");
    acked(lanes.tell(A.customer("m", lanes.now(), "lang:en question")));
    lanes.settle();
    assertThat(screen.snapshots()).hasSize(2);
    assertThat(screen.snapshots().getLast().facts().language()).contains("en");
    assertThat(screen.faults()).isEmpty();
  }

  @Test
  void an_agent_is_told_where_the_nearest_clock_of_each_conversation_stands() throws Exception {
    acked(lanes.tell(A.starts(lanes.now())));
    acked(lanes.tell(A.customer("m", lanes.now(), "question")));
    CompletableFuture<DeskReply.Attention> told = new CompletableFuture<>();
    Watch watch = lanes.lanes().liveOf("ines", told::complete);
    DeskReply.Attention attention = told.get(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS);
    watch.close();
    assertThat(attention.rows()).hasSize(1);
    DeskReply.Row row = attention.rows().getFirst();
    assertThat(row.customer()).contains("Camille");
    assertThat(row.deadline()).isEqualTo(LaneDriver.START.plusSeconds(60));
    assertThat(row.waitingSince()).contains(LaneDriver.START);
  }
}
