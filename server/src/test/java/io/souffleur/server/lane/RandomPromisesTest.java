package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.Talk;
import io.souffleur.server.journal.MemoryJournal;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is promised, kept, taken back, ended, begun and restarted: a promise is owed in the one
 * place where a list kept by hand has it. Every promise ends at an instant of its own, by which it
 * is known.
 */
class RandomPromisesTest {

  private static final int STEPS = 60;
  private static final List<Optional<String>> CUSTOMERS =
      List.of(Optional.of("k-1"), Optional.of("k-2"), Optional.empty());

  /** What is owed, by the book-keeping of a child: no indexes, no journal. */
  private static final class ByHand {

    final Map<String, Optional<String>> customers = new LinkedHashMap<>();
    final Map<String, Instant> starts = new LinkedHashMap<>();
    final Map<Instant, Instant> made = new LinkedHashMap<>();
    final Map<String, TreeSet<Instant>> live = new TreeMap<>();
    final Map<String, TreeSet<Instant>> carried = new TreeMap<>();
    final Map<String, TreeSet<Instant>> left = new LinkedHashMap<>();

    void starts(String conversation, Optional<String> customer, Instant now) {
      customers.put(conversation, customer);
      starts.put(conversation, now);
      live.put(conversation, new TreeSet<>());
      carried.put(conversation, new TreeSet<>());
      takesOver(conversation, now);
    }

    private void takesOver(String conversation, Instant now) {
      Optional<String> customer = Objects.requireNonNull(customers.get(conversation));
      TreeSet<Instant> taken = new TreeSet<>();
      customer.ifPresent(
          key ->
              left.forEach(
                  (from, owed) -> {
                    if (customer.equals(customers.get(from))) {
                      taken.addAll(owed);
                      owed.clear();
                    }
                  }));
      taken.removeIf(deadline -> !deadline.plus(PromiseBook.REMEMBERED).isAfter(now));
      Objects.requireNonNull(live.get(conversation)).addAll(taken);
      Objects.requireNonNull(carried.get(conversation)).addAll(taken);
    }

    /**
     * To write again keeps, by itself, what was carried and is not late, unless the conversation
     * was there already when it was promised.
     */
    void speaks(String conversation, Optional<Instant> promise, Instant now) {
      takesOver(conversation, now);
      TreeSet<Instant> owed = Objects.requireNonNull(live.get(conversation));
      Set<Instant> taken = Objects.requireNonNull(carried.get(conversation));
      Instant start = Objects.requireNonNull(starts.get(conversation));
      owed.removeIf(
          deadline ->
              taken.contains(deadline)
                  && deadline.isAfter(now)
                  && !Objects.requireNonNull(made.get(deadline)).isAfter(start));
      promise.ifPresent(
          deadline -> {
            owed.add(deadline);
            made.put(deadline, now);
          });
    }

    void ends(String conversation) {
      carried.remove(conversation);
      left.put(conversation, Objects.requireNonNull(live.remove(conversation)));
    }

    String owed() {
      return live.toString();
    }
  }

  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, Map<Instant, String>> ids = new LinkedHashMap<>();
  private int events;
  private int promises;

  static List<Long> seeds() {
    return new Random(4).longs(40).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_promise_is_owed_in_one_place(long seed) throws Exception {
    Random random = new Random(seed);
    ByHand byHand = new ByHand();
    List<String> steps = new ArrayList<>();
    try (LaneDriver lanes = new LaneDriver(journal)) {
      for (int i = 0; i < STEPS; i++) {
        steps.add(step(random, lanes, byHand));
        assertThat(owed(lanes, byHand)).as("seed %s: %s", seed, steps).isEqualTo(byHand.owed());
      }
    } finally {
      journal.letGo();
    }
  }

  /** Does one thing to both, and says what. */
  private String step(Random random, LaneDriver lanes, ByHand byHand) throws Exception {
    List<String> live = new ArrayList<>(byHand.live.keySet());
    int what = live.isEmpty() ? 0 : random.nextInt(9);
    String one = live.isEmpty() ? "" : live.get(random.nextInt(live.size()));
    return switch (what) {
      case 0 -> {
        String conversation = "v" + ++events;
        Optional<String> customer = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
        LaneDriver.acked(lanes.tell(started(conversation, customer, lanes.now())));
        byHand.starts(conversation, customer, lanes.now());
        yield conversation + " starts with " + customer.orElse("somebody");
      }
      case 1, 2 -> {
        Instant deadline = nextDeadline();
        while (!deadline.isAfter(lanes.now())) {
          deadline = nextDeadline();
        }
        String text = "commitment:" + Duration.between(lanes.now(), deadline);
        speaks(lanes, byHand, one, text, Optional.of(deadline));
        yield one + " promises " + deadline;
      }
      case 3 -> {
        speaks(lanes, byHand, one, "question", Optional.empty());
        yield one + " speaks";
      }
      case 4 -> keepOrReopen(random, lanes, byHand);
      case 5 -> {
        LaneDriver.acked(lanes.tell(new Talk(one).ends("e" + ++events, lanes.now())));
        byHand.ends(one);
        yield one + " ends";
      }
      case 6 -> {
        List<String> over = List.copyOf(byHand.left.keySet());
        if (over.isEmpty()) {
          yield "nothing to ask about";
        }
        String about = over.get(random.nextInt(over.size()));
        LaneDriver.acked(lanes.tell(new Talk(about).survey("q" + ++events, lanes.now())));
        yield about + " is answered for";
      }
      case 7 -> {
        Duration time = Duration.ofMinutes(1 + random.nextInt(random.nextInt(4) == 0 ? 9_000 : 90));
        lanes.after(time);
        yield time + " later";
      }
      default -> {
        lanes.restart();
        yield "restart";
      }
    };
  }

  /** No two promises take equally long: the second would be the first, said again. */
  private Instant nextDeadline() {
    promises++;
    return LaneDriver.START.plus(Duration.ofHours(promises)).plusSeconds(promises);
  }

  private void speaks(
      LaneDriver lanes, ByHand byHand, String conversation, String text, Optional<Instant> promise)
      throws Exception {
    LaneDriver.acked(lanes.tell(new Talk(conversation).agent("m" + ++events, lanes.now(), text)));
    byHand.speaks(conversation, promise, lanes.now());
  }

  /** Something that is owed, anywhere, is marked as kept; now and then that is taken back. */
  private String keepOrReopen(Random random, LaneDriver lanes, ByHand byHand) throws Exception {
    Map<String, TreeSet<Instant>> all = new LinkedHashMap<>(byHand.live);
    all.putAll(byHand.left);
    all.values().removeIf(TreeSet::isEmpty);
    if (all.isEmpty()) {
      return "nothing to keep";
    }
    String conversation = List.copyOf(all.keySet()).get(random.nextInt(all.size()));
    TreeSet<Instant> owed = Objects.requireNonNull(all.get(conversation));
    Instant deadline = List.copyOf(owed).get(random.nextInt(owed.size()));
    ConversationKey key = new ConversationKey(conversation);
    String id = Objects.requireNonNull(ids.getOrDefault(conversation, Map.of()).get(deadline));
    LaneDriver.acked(
        lanes.tell(new DeskAction.CommitmentKept(key, id, new EventKey("d" + ++events))));
    if (random.nextBoolean()) {
      LaneDriver.acked(
          lanes.tell(new DeskAction.CommitmentReopened(key, id, new EventKey("d" + ++events))));
      return conversation + " keeps " + deadline + " and takes that back";
    }
    owed.remove(deadline);
    return conversation + " keeps " + deadline;
  }

  private static ChannelEvent.ConversationStarted started(
      String conversation, Optional<String> customer, Instant now) {
    return new ChannelEvent.ConversationStarted(
        new EventKey("start"),
        new ConversationKey(conversation),
        now.atOffset(ZoneOffset.UTC),
        Medium.CHAT,
        Optional.empty(),
        Optional.of("fr"),
        Optional.empty(),
        new CustomerRef(
            customer,
            Optional.of("Nadia Haddad"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()),
        Optional.of(new AgentRef("ines", "Inès")));
  }

  /** What is owed in each live conversation, as a desk is shown it. */
  private String owed(LaneDriver lanes, ByHand byHand) throws Exception {
    Map<String, TreeSet<Instant>> owed = new TreeMap<>();
    for (String conversation : byHand.live.keySet()) {
      List<CoachingUpdate.Commitment> shown =
          lanes.watch(conversation).snapshots().getFirst().commitments();
      ids.put(
          conversation,
          shown.stream()
              .collect(
                  Collectors.toMap(
                      CoachingUpdate.Commitment::deadline, CoachingUpdate.Commitment::commitment)));
      owed.put(
          conversation,
          shown.stream()
              .filter(
                  promise ->
                      switch (promise.state()) {
                        case OPEN, AT_RISK, MISSED -> true;
                        case KEPT, WITHDRAWN -> false;
                      })
              .map(CoachingUpdate.Commitment::deadline)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return owed.toString();
  }
}
