package io.souffleur.server.journal;

import static io.souffleur.server.journal.JournalContract.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.testing.Race;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Lanes that hand entries over, a disk that has no room now and then, conversations that are erased
 * meanwhile: each entry is told of once, in its order and not before it is kept, and what is kept
 * of a conversation has neither gap nor repetition. Guards against an answer before the commit, an
 * entry kept behind one that was not, and one that nobody is told of.
 */
class GroupCommitRaceTest {
  private static final int LANES = 4;
  private static final int ROUNDS = 40;
  private static final int AT_ONCE = 6;

  private static final Logger SAYS = (Logger) LoggerFactory.getLogger(GroupCommit.class);

  /** Every clash is said, and there are hundreds. */
  @BeforeAll
  static void hush() {
    SAYS.setLevel(Level.OFF);
  }

  @AfterAll
  static void letSpeak() {
    SAYS.setLevel(null);
  }

  static IntStream seeds() {
    return Race.seeds(40);
  }

  /** Keeps in memory, or has no room. Called by the journal's thread alone. */
  private static final class Disk implements Store {
    private final Map<String, List<Long>> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final SplittableRandom random;

    Disk(SplittableRandom random) {
      this.random = random;
    }

    @Override
    public void keep(List<Entry> entries) throws SQLException {
      assertThat(busy.compareAndSet(false, true)).isTrue();
      try {
        int fate = random.nextInt(12);
        if (fate < 2) {
          throw new SQLException(fate == 0 ? "NO_ROOM" : "CLASH");
        }
        for (Entry entry : entries) {
          kept.computeIfAbsent(entry.conversation().key(), key -> new CopyOnWriteArrayList<>())
              .add(entry.position());
        }
      } finally {
        busy.set(false);
      }
    }

    @Override
    public void erase(List<ConversationId> conversations) {
      conversations.forEach(one -> kept.remove(one.key()));
    }

    @Override
    public void rewrite(List<Entry> entries) {}

    @Override
    public Trouble trouble(SQLException exception) {
      return Trouble.valueOf(String.valueOf(exception.getMessage()));
    }

    boolean has(String conversation, long position) {
      return kept.getOrDefault(conversation, List.of()).contains(position);
    }
  }

  /** Goes on from the first entry that was not kept, as a lane does. */
  private record Lane(
      String conversation,
      GroupCommit commit,
      Disk disk,
      SplittableRandom random,
      AtomicInteger end)
      implements Race.Runner {
    @Override
    public void run() throws Exception {
      long next = 1;
      for (int round = 0; round < ROUNDS; round++) {
        int count = 1 + random.nextInt(AT_ONCE);
        List<Long> told = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Long> tooSoon = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
          long position = next + i;
          commit.append(
              entry(conversation, position, "k" + position, 0, "message"),
              outcome -> {
                told.add(position);
                outcomes.add(outcome);
                if (outcome == Outcome.DURABLE && !disk.has(conversation, position)) {
                  tooSoon.add(position);
                }
                all.countDown();
              });
        }
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tooSoon).isEmpty();
        assertThat(told).doesNotHaveDuplicates().isSorted().hasSize(count);
        int durable = outcomes.lastIndexOf(Outcome.DURABLE) + 1;
        assertThat(outcomes.subList(0, durable)).allMatch(Outcome.DURABLE::equals);
        next += durable;
        if (random.nextInt(10) == 0) {
          commit.erase(List.of(new ConversationId(conversation)));
          next = 1;
        }
      }
      end.set(Math.toIntExact(next - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_kept_has_no_gap_and_everybody_is_told_once(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Disk disk = new Disk(random.split());
    AtomicInteger fatal = new AtomicInteger();
    List<Lane> lanes = new ArrayList<>();
    try (GroupCommit commit = new GroupCommit(disk, (reason, cause) -> fatal.incrementAndGet())) {
      for (int i = 0; i < LANES; i++) {
        lanes.add(new Lane("c" + i, commit, disk, random.split(), new AtomicInteger()));
      }
      Race.of(lanes);
    }
    for (Lane lane : lanes) {
      assertThat(disk.kept.getOrDefault(lane.conversation(), List.of()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, lane.end().get()).boxed().toList());
    }
    assertThat(fatal).hasValue(0);
  }
}
