package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Race;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Threads that put into an inbox, one that takes, one that closes it: what was taken in is done
 * once and in its order, what was refused never, and nobody waits for ever. Guards against a wait
 * that is not ended by room or by closing, an order put in behind the closing, and one lost or done
 * twice on its way out.
 */
class InboxRaceTest {
  private static final int PUTTERS = 3;
  private static final int EACH = 150;
  private static final List<Kind> KINDS = List.of(Kind.values());

  enum Kind {
    SIGNAL,
    ORDER,
    VISIT
  }

  /** One thing to be done. */
  private record Token(int putter, int number, Kind kind) {}

  private final List<Token> done = new ArrayList<>();
  private final List<List<Token>> taken = new ArrayList<>();
  private final AtomicInteger putting = new AtomicInteger(PUTTERS);

  static IntStream seeds() {
    return Race.seeds(150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everything_that_is_taken_in_is_done_once_and_in_its_order(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int most = 1 + random.nextInt(8);
    boolean closes = random.nextBoolean();
    int closeAfter = random.nextInt(PUTTERS * EACH);
    Inbox inbox = new Inbox(most);
    List<Race.Runner> runners = new ArrayList<>();
    for (int i = 0; i < PUTTERS; i++) {
      Putter putter = new Putter(i, inbox, random.split());
      putters.put(i, putter);
      runners.add(putter);
    }
    SplittableRandom takes = random.split();
    runners.add(() -> take(inbox, most, takes, closes ? closeAfter : Integer.MAX_VALUE));
    Race.of(runners);

    List<Token> accepted =
        putters.values().stream().flatMap(putter -> putter.accepted.stream()).toList();
    assertThat(done).containsExactlyInAnyOrderElementsOf(accepted);
    for (int i = 0; i < PUTTERS; i++) {
      for (Kind kind : KINDS) {
        int putter = i;
        assertThat(done)
            .filteredOn(token -> token.putter() == putter && token.kind() == kind)
            .extracting(Token::number)
            .isSorted();
      }
    }
    for (List<Token> batch : taken) {
      assertThat(batch).extracting(Token::kind).isSorted();
      assertThat(batch).filteredOn(token -> token.kind() == Kind.ORDER).hasSizeLessThan(most + 2);
      assertThat(batch)
          .filteredOn(token -> token.kind() == Kind.VISIT)
          .hasSizeLessThanOrEqualTo(Inbox.VISITS_AT_ONCE);
    }
  }

  private final Map<Integer, Putter> putters = new LinkedHashMap<>();

  /** Puts things in, and remembers which of them were taken in. */
  private final class Putter implements Race.Runner {
    private final int number;
    private final Inbox inbox;
    private final SplittableRandom random;
    private final List<Token> accepted = new ArrayList<>();

    Putter(int number, Inbox inbox, SplittableRandom random) {
      this.number = number;
      this.inbox = inbox;
      this.random = random;
    }

    @Override
    public void run() throws Exception {
      for (int i = 0; i < EACH; i++) {
        Token token = new Token(number, i, KINDS.get(random.nextInt(KINDS.size())));
        boolean in =
            switch (token.kind()) {
              case SIGNAL -> {
                inbox.signal(() -> done.add(token));
                yield true;
              }
              case ORDER -> inbox.order(() -> done.add(token));
              case VISIT -> inbox.visit(() -> done.add(token));
            };
        if (in) {
          accepted.add(token);
        }
        if (random.nextInt(20) == 0) {
          inbox.nudge();
        }
      }
      putting.decrementAndGet();
      inbox.nudge();
    }
  }

  /** As a lane does. */
  private void take(Inbox inbox, int most, SplittableRandom random, int closeAfter) {
    List<Runnable> todo = new ArrayList<>();
    boolean closed = false;
    boolean left = true;
    while (left || putting.get() > 0 || !todo.isEmpty()) {
      todo.clear();
      boolean last = putting.get() == 0;
      boolean open = inbox.take(todo, most + 1, last ? 0 : 1 + random.nextInt(2_000_000));
      assertThat(inbox.waiting()).isLessThanOrEqualTo(2 * most);
      int before = done.size();
      todo.forEach(Runnable::run);
      taken.add(List.copyOf(done.subList(before, done.size())));
      if (!closed && done.size() >= closeAfter) {
        inbox.close();
        closed = true;
      }
      left = closed ? open : !last || !todo.isEmpty();
    }
  }
}
