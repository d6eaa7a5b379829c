package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.server.lines.Source;
import io.souffleur.server.replay.Replay;
import io.souffleur.server.snapshot.MemorySnapshots;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.ChannelCodec;
import io.souffleur.wire.json.UpdateCodec;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restart, and a replay of what was recorded, lead to what an uninterrupted run leads to. */
class RestartTest {

  private static final int CONVERSATIONS = 4;
  private static final int MESSAGES = 15;
  private static final Duration AFTERMATH = Duration.ofMinutes(5);

  /** What was seen of each conversation: its updates by number, and how it stood at last. */
  record Seen(Map<String, NavigableMap<Long, String>> updates, Map<String, Snapshot> last) {

    NavigableMap<Long, String> of(String conversation) {
      return updates.getOrDefault(conversation, Collections.emptyNavigableMap());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void a_restart_in_the_middle_changes_nothing(long seed) throws Exception {
    List<ChannelEvent> events = RandomTalk.of(seed, LaneDriver.START, CONVERSATIONS, MESSAGES);
    Random random = new Random(seed);
    Set<Integer> restarts =
        Set.copyOf(random.ints(3, 0, events.size()).boxed().collect(Collectors.toSet()));
    Seen uninterrupted = run(events, Set.of());
    Seen interrupted = run(events, restarts);
    assertThat(interrupted.last()).isEqualTo(uninterrupted.last());
    interrupted
        .updates()
        .forEach(
            (conversation, updates) ->
                updates.forEach(
                    (seq, update) ->
                        assertThat(update)
                            .as("%s, update %s, seed %s", conversation, seq, seed)
                            .isEqualTo(uninterrupted.of(conversation).get(seq))));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42})
  void nor_does_one_after_a_crash_with_snapshots_of_some_time_before(long seed) throws Exception {
    List<ChannelEvent> events = RandomTalk.of(seed, LaneDriver.START, CONVERSATIONS, MESSAGES);
    Random random = new Random(seed);
    Map<Integer, Integer> crashes = new HashMap<>();
    for (int place : random.ints(3, 1, events.size()).toArray()) {
      crashes.put(place, Math.max(0, place - 1 - random.nextInt(12)));
    }
    Seen uninterrupted = run(events, Set.of());
    Seen interrupted = run(events, crashes);
    assertThat(interrupted.last()).isEqualTo(uninterrupted.last());
    interrupted
        .updates()
        .forEach(
            (conversation, updates) ->
                updates.forEach(
                    (seq, update) ->
                        assertThat(update)
                            .as("%s, update %s, seed %s", conversation, seq, seed)
                            .isEqualTo(uninterrupted.of(conversation).get(seq))));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void a_replay_tells_what_was_told_live_byte_for_byte(long seed) throws Exception {
    List<ChannelEvent> events = RandomTalk.of(seed, LaneDriver.START, CONVERSATIONS, MESSAGES);
    Seen live = run(events, Set.of());
    String lines = events.stream().map(ChannelCodec::encode).collect(Collectors.joining("\n"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(
            Replay.run(
                    TestHouse.coaching(),
                    List.of(
                        new Source(
                            "recorded.jsonl",
                            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))),
                    Set.of(),
                    out,
                    new PrintWriter(err),
                    false)
                .clean())
        .as(err.toString())
        .isTrue();
    Map<String, List<String>> replayed = new HashMap<>();
    for (String line : out.toString().lines().toList()) {
      CoachingUpdate update = UpdateCodec.decode(line);
      replayed.computeIfAbsent(update.conversation().value(), key -> new ArrayList<>()).add(line);
    }
    replayed.forEach(
        (conversation, told) -> {
          NavigableMap<Long, String> seen = live.of(conversation);
          for (String line : told) {
            long seq = seqOf(line);
            if (seq >= seen.firstKey()) {
              assertThat(line).as("seed %s", seed).isEqualTo(seen.get(seq));
            }
          }
          assertThat(seen.size()).isGreaterThan(told.size() / 2);
        });
  }

  private static long seqOf(String line) {
    try {
      return UpdateCodec.decode(line).seq();
    } catch (Exception e) {
      throw new AssertionError(line, e);
    }
  }

  /** Runs the events live, each at its time, restarting before the given ones. */
  private static Seen run(List<ChannelEvent> events, Set<Integer> restarts) throws Exception {
    return run(events, restarts.stream().collect(Collectors.toMap(place -> place, place -> -1)));
  }

  /**
   * The same; a restart goes on from the snapshots that there were before the event of its value,
   * or from those that are taken at a stop.
   */
  private static Seen run(List<ChannelEvent> events, Map<Integer, Integer> restarts)
      throws Exception {
    return run(events, restarts, new MemoryJournal(), Discretion.standard());
  }

  /** The same, on a journal of the caller's, in a house that wants something else kept. */
  static Seen run(
      List<ChannelEvent> events,
      Map<Integer, Integer> restarts,
      MemoryJournal journal,
      Discretion discretion)
      throws Exception {
    Map<Integer, MemorySnapshots> before = new HashMap<>();
    Map<String, NavigableMap<Long, String>> updates = new HashMap<>();
    Map<String, Screen> screens = new HashMap<>();
    Map<String, Snapshot> last = new HashMap<>();
    Instant end = events.getLast().at().toInstant().plus(AFTERMATH);
    MemorySnapshots snapshots = new MemorySnapshots();
    try (LaneDriver lanes = new LaneDriver(journal, snapshots, discretion)) {
      for (int i = 0; i < events.size(); i++) {
        ChannelEvent event = events.get(i);
        String conversation = event.conversation().value();
        before.put(i, snapshots.asTheyAre());
        if (restarts.containsKey(i)) {
          collect(screens, updates);
          int then = restarts.get(i);
          if (then < 0) {
            lanes.restart();
          } else {
            snapshots = Objects.requireNonNull(before.get(then));
            lanes.restartWith(snapshots);
          }
          for (String key : List.copyOf(screens.keySet())) {
            screens.put(key, lanes.watch(key));
          }
        }
        lanes.clock.to(event.at().toInstant());
        lanes.settle();
        LaneDriver.acked(lanes.tell(event));
        if (!screens.containsKey(conversation)) {
          screens.put(conversation, lanes.watch(conversation));
        }
      }
      lanes.clock.to(end);
      lanes.settle();
      collect(screens, updates);
      for (String key : screens.keySet()) {
        Screen screen = lanes.watch(key);
        Snapshot snapshot = screen.snapshots().getFirst();
        last.put(key, withoutEpoch(snapshot));
      }
    }
    return new Seen(updates, last);
  }

  private static void collect(
      Map<String, Screen> screens, Map<String, NavigableMap<Long, String>> updates) {
    screens.forEach(
        (conversation, screen) -> {
          assertThat(screen.faults()).isEmpty();
          assertThat(screen.refusals()).isEmpty();
          for (CoachingUpdate update : screen.seen()) {
            updates
                .computeIfAbsent(conversation, key -> new TreeMap<>())
                .put(update.seq(), UpdateCodec.encode(update));
          }
        });
  }

  static Snapshot withoutEpoch(Snapshot snapshot) {
    return new Snapshot(
        snapshot.conversation(),
        "any",
        snapshot.seq(),
        snapshot.now(),
        snapshot.facts(),
        snapshot.stage(),
        snapshot.items(),
        snapshot.timers(),
        snapshot.commitments(),
        snapshot.hints(),
        snapshot.summary());
  }
}
