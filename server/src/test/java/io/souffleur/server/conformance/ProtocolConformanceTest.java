package io.souffleur.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.testing.Doors;
import io.souffleur.server.testing.FakeConversations;
import io.souffleur.server.testing.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every case of RFC 6455 against the doors of one server, many at a time. */
@Timeout(60)
class ProtocolConformanceTest {
  private static final int AT_ONCE = 16;
  private static final int FEWEST = 300;

  private static final List<Exchange> CASES =
      Stream.of(
              FrameCases.framing(),
              ControlCases.pings(),
              FrameCases.reservedBits(),
              FrameCases.opcodes(),
              MessageCases.fragments(),
              TextCases.utf8(),
              ControlCases.closing(),
              MessageCases.limits(),
              MessageCases.rest())
          .flatMap(family -> family.cases().stream())
          .toList();

  private static final List<Future<Void>> PLAYED = new ArrayList<>();

  private static Doors doors;
  private static ExecutorService players;

  @BeforeAll
  static void play() throws IOException {
    doors = Doors.open(new FakeConversations());
    players = Executors.newFixedThreadPool(AT_ONCE);
    for (Exchange one : CASES) {
      Callable<Void> played =
          () -> {
            one.play(doors);
            return null;
          };
      PLAYED.add(players.submit(played));
    }
  }

  @AfterAll
  static void close() {
    players.shutdownNow();
    doors.close();
  }

  @TestFactory
  Stream<DynamicTest> each_case() {
    return IntStream.range(0, CASES.size())
        .mapToObj(
            number ->
                DynamicTest.dynamicTest(CASES.get(number).title(), () -> PLAYED.get(number).get()));
  }

  @Test
  void no_case_is_left_out() {
    assertThat(CASES).hasSizeGreaterThan(FEWEST);
    assertThat(CASES.stream().map(Exchange::title)).doesNotHaveDuplicates();
  }

  @Test
  void whoever_keeps_to_the_rules_is_served_meanwhile() throws Exception {
    try (RawSocket good = Door.CHANNEL.open(doors)) {
      int asked = 0;
      while (asked < 10 || PLAYED.stream().anyMatch(one -> !one.isDone())) {
        String id = "good" + asked++;
        good.send(Door.CHANNEL.event(id));
        assertThat(good.nextText()).get().asString().contains("\"ack\"").contains("\"" + id + "\"");
      }
    }
  }
}
