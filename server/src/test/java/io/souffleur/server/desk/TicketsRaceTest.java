package io.souffleur.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many show the same tickets at the same time, while more are given out: each is good once. Guards
 * against looking a ticket up and using it up in two steps.
 */
class TicketsRaceTest {
  private static final int SHOWING = 4;
  private static final int TICKETS = 200;

  static IntStream seeds() {
    return Race.seeds(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void each_is_good_once(int seed) throws Exception {
    Tickets tickets = new Tickets(() -> Instant.EPOCH);
    List<String> known = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      known.add(tickets.issue(ModelWidget.HOLDER).ticket());
    }
    ConcurrentLinkedQueue<String> redeemed = new ConcurrentLinkedQueue<>();
    List<Race.Runner> runners = new ArrayList<>();
    for (int i = 0; i < SHOWING; i++) {
      List<String> shown = new ArrayList<>(known);
      // Two and two in the same order, so that they meet at every ticket.
      Collections.shuffle(shown, new Random(seed + i / 2));
      runners.add(
          () -> shown.forEach(one -> tickets.redeem(one).ifPresent(whose -> redeemed.add(one))));
    }
    runners.add(
        () -> {
          for (int i = 0; i < TICKETS; i++) {
            String fresh = tickets.issue(ModelWidget.HOLDER).ticket();
            assertThat(tickets.redeem(fresh)).contains(ModelWidget.HOLDER);
            assertThat(tickets.redeem(fresh)).isEmpty();
          }
        });
    Race.of(runners);

    assertThat(redeemed).containsExactlyInAnyOrderElementsOf(known);
  }
}
