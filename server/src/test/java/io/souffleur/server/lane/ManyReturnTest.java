package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.benchmark.LongHistory;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.server.snapshot.SqliteSnapshots;
import io.souffleur.wire.ConversationKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with a long history, in small; {@code benchmark.Restart} is the whole of it. */
class ManyReturnTest {

  private static final int OPEN = 500;
  private static final int ROWS = 50_000;

  private final Coaching coaching =
      new Coaching(
          new Coach(ChecklistLibrary.shipped(Language.FRENCH)),
          CueReader.shipped(),
          Optional.empty());

  /** Counts what is asked of a journal. */
  private record Counting(Journal journal, AtomicInteger asked) implements Journal {

    @Override
    public List<ConversationId> wordedBefore(Instant instant, int most) {
      return journal.wordedBefore(instant, most);
    }

    @Override
    public void rewrite(List<Entry> entries) {
      journal.rewrite(entries);
    }

    @Override
    public void scrub() {
      journal.scrub();
    }

    @Override
    public void append(Entry entry, Consumer<Outcome> told) {
      journal.append(entry, told);
    }

    @Override
    public List<Entry> read(ConversationId conversation) {
      asked.incrementAndGet();
      return journal.read(conversation);
    }

    @Override
    public List<Entry> from(Map<ConversationId, Long> positions) {
      asked.incrementAndGet();
      return journal.from(positions);
    }

    @Override
    public List<Entry> ofKinds(Collection<ConversationId> conversations, Set<String> kinds) {
      asked.incrementAndGet();
      return journal.ofKinds(conversations, kinds);
    }

    @Override
    public List<Entry> find(ConversationId conversation, Origin origin, String key) {
      asked.incrementAndGet();
      return journal.find(conversation, origin, key);
    }

    @Override
    public List<Entry> noted(Instant since, Predicate<Entry> wanted) {
      asked.incrementAndGet();
      return journal.noted(since, wanted);
    }

    @Override
    public List<ConversationId> live() {
      asked.incrementAndGet();
      return journal.live();
    }

    @Override
    public List<ConversationId> endedBefore(Instant instant, int most) {
      asked.incrementAndGet();
      return journal.endedBefore(instant, most);
    }

    @Override
    public void erase(Collection<ConversationId> conversations) {
      journal.erase(conversations);
    }

    @Override
    public boolean ready() {
      return journal.ready();
    }

    @Override
    public void close() {
      journal.close();
    }
  }

  /** Starts on what is in the folder; says how many statements a start and 500 watchers took. */
  private List<Integer> statements(Path data, MovedClock clock, List<Screen> screens)
      throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<Integer> statements = new ArrayList<>();
    try (Journal journal = new Counting(SqliteJournal.open(data, ManyReturnTest::fail), asked);
        Snapshots snapshots = SqliteSnapshots.open(data);
        Lanes lanes =
            Lanes.start(
                Past.read(journal, snapshots, LaneDriver.PROGRAM, clock.instant()),
                coaching,
                Proofreader.none(),
                clock,
                2,
                ManyReturnTest::fail)) {
      LaneDriver.settle(lanes);
      assertThat(lanes.ready()).isTrue();
      statements.add(asked.getAndSet(0));
      for (int i = 0; i < OPEN; i++) {
        Screen screen = new Screen();
        screens.add(screen);
        lanes.watch(
            new ConversationKey(LongHistory.open(i)),
            agent -> true,
            Optional.of(new Position("an earlier epoch", 3)),
            Optional.empty(),
            screen);
      }
      LaneDriver.settle(lanes);
      statements.add(asked.get());
    }
    return statements;
  }

  private static void fail(String reason, Throwable cause) {
    throw new AssertionError(reason, cause);
  }

  @Test
  void everybody_who_comes_back_is_shown_the_same_without_a_look_into_the_journal(
      @TempDir Path data) throws Exception {
    MovedClock clock = new MovedClock(LaneDriver.START);
    try (Journal empty = SqliteJournal.open(data, (reason, cause) -> {})) {
      LongHistory.write(empty, ROWS, OPEN, clock.instant());
    }
    List<Screen> folded = new ArrayList<>();
    assertThat(statements(data, clock, folded).stream().mapToInt(Integer::intValue).sum())
        .isGreaterThan(OPEN);
    List<Screen> recalled = new ArrayList<>();
    List<Integer> statements = statements(data, clock, recalled);
    assertThat(statements.getFirst()).as("asked at the start").isLessThanOrEqualTo(4);
    assertThat(statements.getLast()).as("asked for those who came back").isZero();
    for (int i = 0; i < OPEN; i++) {
      assertThat(recalled.get(i).snapshots()).hasSize(1);
      assertThat(recalled.get(i).snapshots().getFirst().items())
          .isEqualTo(folded.get(i).snapshots().getFirst().items());
    }
  }
}
