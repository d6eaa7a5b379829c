package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.snapshot.Fingerprint;
import io.souffleur.server.snapshot.MemorySnapshots;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start takes from snapshots, and when they are taken. */
class SnapshotsTest {

  private static final ConversationId ONE = new ConversationId("one");
  private static final Talk TALK = new Talk("one");

  private final MemoryJournal journal = new MemoryJournal();
  private final MemorySnapshots snapshots = new MemorySnapshots();

  private Past past(Snapshots of, Instant now) {
    return Past.read(journal, of, LaneDriver.PROGRAM, now);
  }

  private Optional<Past.Since> since(Snapshots of) {
    return past(of, LaneDriver.START).live().getFirst().since();
  }

  /** What the journal has after the snapshot. */
  private static List<Entry> rest(Optional<Past.Since> since) {
    assertThat(since).as("a snapshot").isPresent();
    return since.orElseThrow().rest();
  }

  /** Everything of a moment that somebody can see. */
  private record Sight(
      Map<String, Snapshot> conversations,
      DeskReply.Attention attention,
      List<PromiseBook.Line> promises,
      Map<String, List<String>> later) {}

  private Sight sight(Snapshots of, Instant now, List<String> conversations) throws Exception {
    List<PromiseBook.Line> promises = past(of, now).promises().lines();
    MovedClock clock = new MovedClock(now);
    try (LaneDriver lanes = new LaneDriver(journal, of, clock, Lanes.MOST_ORDERS)) {
      lanes.settle();
      BlockingQueue<DeskReply.Attention> told = new LinkedBlockingQueue<>();
      Map<String, Screen> screens = new HashMap<>();
      Watch watch = lanes.lanes().liveOf("ines", told::add);
      DeskReply.Attention first = told.poll(LaneDriver.PATIENCE_SECONDS, TimeUnit.SECONDS);
      watch.close();
      for (String conversation : conversations) {
        screens.put(conversation, lanes.watch(conversation));
      }
      lanes.after(Duration.ofMinutes(30));
      return new Sight(
          each(screens, screen -> RestartTest.withoutEpoch(screen.snapshots().getFirst())),
          Objects.requireNonNull(first),
          promises,
          each(screens, screen -> screen.seen().stream().map(Object::toString).toList()));
    }
  }

  private static <T> Map<String, T> each(Map<String, Screen> screens, Function<Screen, T> sight) {
    return screens.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> sight.apply(one.getValue())));
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58, 59, 60})
  void with_them_a_start_shows_what_it_would_show_without(long seed) throws Exception {
    List<ChannelEvent> events = RandomTalk.of(seed, LaneDriver.START, 6, 12);
    int middle = events.size() * 2 / 3;
    MemorySnapshots older = new MemorySnapshots();
    Instant now = events.get(middle).at().toInstant();
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      for (int i = 0; i < middle; i++) {
        lanes.clock.to(events.get(i).at().toInstant());
        LaneDriver.acked(lanes.tell(events.get(i)));
        if (i == middle / 2) {
          lanes.restart();
          older = snapshots.asTheyAre();
        }
      }
    }
    List<String> known =
        events.subList(0, middle).stream()
            .map(event -> event.conversation().value())
            .distinct()
            .toList();
    assertThat(past(snapshots, now).live())
        .allSatisfy(live -> assertThat(rest(live.since())).isEmpty());
    assertThat(past(older, now).live())
        .anySatisfy(live -> assertThat(rest(live.since())).isNotEmpty());
    Sight whole = sight(Snapshots.none(), now, known);
    assertThat(sight(older.asTheyAre(), now, known)).isEqualTo(whole);
    assertThat(sight(snapshots.asTheyAre(), now, known)).isEqualTo(whole);
  }

  @Test
  void one_is_taken_a_moment_after_a_change_and_holds_all_of_that_moment() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      LaneDriver.acked(lanes.tell(TALK.customer("m1", lanes.now(), "greeting")));
      lanes.settle();
      lanes.after(Imprints.LAG.minusMillis(1));
      assertThat(snapshots.all()).isEmpty();
      lanes.after(Duration.ofMillis(1));
      snapshots.await(ONE);
      LaneDriver.acked(lanes.tell(TALK.customer("m2", lanes.now(), "question")));
      assertThat(rest(since(snapshots.asTheyAre()))).hasSize(1);
    }
    assertThat(rest(since(snapshots))).as("after a stop").isEmpty();
  }

  @Test
  void nothing_is_in_one_that_is_not_durable() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      journal.hold();
      var waiting = lanes.tell(TALK.customer("m1", lanes.now(), "greeting"));
      lanes.settle();
      lanes.after(Imprints.LAG);
      assertThat(waiting).isNotDone();
      assertThat(snapshots.all()).isEmpty();
      journal.letGo();
      LaneDriver.acked(waiting);
      snapshots.await(ONE);
      assertThat(rest(since(snapshots))).isEmpty();
    }
  }

  @Test
  void none_is_left_of_a_conversation_that_has_ended() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      lanes.settle();
      lanes.after(Imprints.LAG);
      snapshots.await(ONE);
      LaneDriver.acked(lanes.tell(TALK.ends("e", lanes.now())));
      lanes.settle();
    }
    assertThat(snapshots.all()).isEmpty();
  }

  @Test
  void one_that_was_left_over_when_its_conversation_ended_is_erased_by_the_next_start()
      throws Exception {
    MemorySnapshots older;
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      lanes.settle();
      lanes.after(Imprints.LAG);
      snapshots.await(ONE);
      older = snapshots.asTheyAre();
      LaneDriver.acked(lanes.tell(TALK.ends("e", lanes.now())));
      lanes.restartWith(older);
    }
    assertThat(older.all()).isEmpty();
  }

  @Test
  void a_repeat_of_what_is_only_in_one_is_told_from_something_new() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      ChannelEvent first = TALK.customer("m1", lanes.now(), "greeting");
      assertThat(LaneDriver.acked(lanes.tell(first))).isEqualTo(2);
      lanes.restart();
      assertThat(rest(since(snapshots))).isEmpty();
      assertThat(LaneDriver.acked(lanes.tell(first))).isEqualTo(2);
      assertThat(LaneDriver.acked(lanes.tell(TALK.customer("m2", lanes.now(), "")))).isEqualTo(3);
    }
  }

  @Test
  void one_of_another_program_or_of_other_checklists_is_left() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
    }
    Fingerprint other = Fingerprint.builder().text("another program").build();
    assertThat(since(snapshots)).isPresent();
    assertThat(Past.read(journal, snapshots, other, LaneDriver.START).live().getFirst().since())
        .isEmpty();
  }

  @Test
  void one_that_is_ahead_of_a_restored_journal_or_beside_it_is_left() throws Exception {
    try (LaneDriver lanes = new LaneDriver(journal, snapshots)) {
      LaneDriver.acked(lanes.tell(TALK.starts(lanes.now())));
      LaneDriver.acked(lanes.tell(TALK.customer("m1", lanes.now(), "greeting")));
    }
    MemoryJournal ahead = restored(1);
    MemoryJournal beside = restored(1);
    try (LaneDriver lanes = new LaneDriver(beside, new MemorySnapshots())) {
      LaneDriver.acked(lanes.tell(TALK.customer("m1", lanes.now(), "question")));
    }
    for (MemoryJournal restored : List.of(ahead, beside)) {
      Past past = Past.read(restored, snapshots, LaneDriver.PROGRAM, LaneDriver.START);
      assertThat(past.live().getFirst().since()).isEmpty();
    }
    assertThat(since(snapshots)).isPresent();
  }

  private MemoryJournal restored(int entries) {
    MemoryJournal older = new MemoryJournal();
    for (Entry entry : journal.read(ONE).subList(0, entries)) {
      older.append(entry, outcome -> {});
    }
    return older;
  }
}
