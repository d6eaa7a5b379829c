package io.souffleur.server.crash;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.TimerState;
import io.souffleur.wire.json.DeskCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A clock of the program runs out at its own instant and once, whatever happens to the process or
 * to the machine's clock meanwhile. The clock is that of the first reply, 60 s; the channel tells
 * of a conversation that began long enough ago for it to run out soon.
 */
@Timeout(90)
@Execution(ExecutionMode.CONCURRENT)
class DeadlinesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A second, and another for a machine that has other tests to run. */
  private static final Duration LATE = Duration.ofSeconds(2);

  private static final int ATTEMPTS = 5;

  @TempDir private Path folder;

  /** A conversation whose first reply is due, and a desk that watches it. */
  private static final class Due implements AutoCloseable {
    private final ServerProcess server;
    private final String conversation;
    private final Instant deadline;
    private final RawSocket channel;
    private RawSocket desk;

    /** Begins one that is due in a while, a longer one where that is over before it is seen. */
    static Due in(Duration time, ServerProcess server, String conversation) throws Exception {
      Duration in = time;
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        Due due = new Due(server, conversation + " " + attempt, in);
        CoachingUpdate.Timer clock = due.next();
        assertThat(clock.deadline()).isEqualTo(due.deadline);
        if (clock.state() == TimerState.RUNNING) {
          return due;
        }
        due.close();
        in = in.multipliedBy(2);
      }
      throw new AssertionError("the server takes longer than " + in + " to take in an event");
    }

    private Due(ServerProcess server, String conversation, Duration in) throws Exception {
      this.server = server;
      this.conversation = conversation;
      this.deadline = Instant.now().plus(in).truncatedTo(ChronoUnit.MILLIS);
      this.channel = RawSocket.channel(server.port(), Visitor.CHANNEL_KEY);
      channel.send(
          event(
              "conversation.started",
              "s",
              deadline.minus(LIMIT),
              "\"medium\":\"chat\",\"language\":\"fr\",\"customer\":{},"
                  + "\"agent\":{\"key\":\"ines\",\"name\":\"Inès\"}"));
      assertThat(channel.nextText()).get().asString().contains("\"ack\"");
      this.desk = desk();
    }

    private String event(String type, String id, Instant at, String more) {
      return "{\"type\":\"%s\",\"id\":\"%s\",\"conversation\":\"%s\",\"at\":\"%s\",%s}"
          .formatted(type, id, conversation, at, more);
    }

    private RawSocket desk() throws Exception {
      RawSocket opened = RawSocket.desk(server.port());
      try (Visitor host =
          new Visitor() {
            @Override
            public int port() {
              return server.port();
            }
          }) {
        opened.send("{\"type\":\"hello\",\"ticket\":\"" + host.ticket() + "\"}");
      }
      opened.send("{\"type\":\"watch\",\"conversation\":\"" + conversation + "\"}");
      return opened;
    }

    void comesBack() throws Exception {
      desk.close();
      desk = desk();
    }

    /** How the clock stands, each time that the desk is told. */
    private Stream<CoachingUpdate.Timer> told() throws Exception {
      Object reply =
          DeskCodec.decodeReply(desk.nextText().orElseThrow(() -> new IOException("lost")));
      List<CoachingUpdate> all = new ArrayList<>();
      if (reply instanceof Snapshot snapshot) {
        all.addAll(snapshot.timers());
      } else if (reply instanceof CoachingUpdate update) {
        all.add(update);
      }
      return all.stream()
          .filter(CoachingUpdate.Timer.class::isInstance)
          .map(CoachingUpdate.Timer.class::cast)
          .filter(timer -> timer.timer().equals("first-response"));
    }

    /** What it is told next of the clock. */
    CoachingUpdate.Timer next() throws Exception {
      List<CoachingUpdate.Timer> found = told().toList();
      while (found.isEmpty()) {
        found = told().toList();
      }
      return found.getLast();
    }

    void hasRunOut() throws Exception {
      CoachingUpdate.Timer clock = next();
      assertThat(clock.state()).isEqualTo(TimerState.BREACHED);
      assertThat(clock.at()).isEqualTo(deadline);
      assertThat(clock.deadline()).isEqualTo(deadline);
    }

    /** The reply stops it: nothing else was told of it since. */
    void isOver() throws Exception {
      channel.send(
          event("message", "m", Instant.now(), "\"author\":\"agent\",\"text\":\"Bonjour !\""));
      assertThat(next().state()).isEqualTo(TimerState.STOPPED);
    }

    /** Nothing comes from the server until so long after the deadline. */
    void silentUntil(Duration afterwards) throws IOException {
      Duration left = Duration.between(Instant.now(), deadline.plus(afterwards));
      assertThat(desk.heard(Math.toIntExact(Math.max(1, left.toMillis())))).isFalse();
    }

    @Override
    public void close() throws IOException {
      channel.close();
      desk.close();
    }
  }

  @Test
  void it_is_told_right_after_a_standstill_and_once() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, new SplittableRandom())) {
      server.awaitReady();
      try (Due due = Due.in(Duration.ofSeconds(1), server, "frozen")) {
        server.freeze();
        due.silentUntil(Duration.ofSeconds(2));
        Instant thawed = Instant.now();
        server.thaw();
        due.hasRunOut();
        assertThat(Duration.between(thawed, Instant.now())).isLessThan(LATE);
        due.isOver();
      }
      try (Due due = Due.in(Duration.ofMillis(800), server, "killed")) {
        server.kill();
        server.again();
        server.awaitReady();
        assertThat(Instant.now()).isAfter(due.deadline);
        due.comesBack();
        due.hasRunOut();
        try (Due other = Due.in(Duration.ofMillis(500), server, "started after")) {
          other.hasRunOut();
        }
        due.comesBack();
        due.hasRunOut();
      }
    }
  }

  @Test
  void it_runs_as_long_as_ever_when_the_machine_s_clock_is_set() throws Exception {
    Optional<Path> library =
        Stream.of("x86_64", "aarch64")
            .map(machine -> Path.of("/usr/lib", machine + "-linux-gnu/faketime/libfaketime.so.1"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(
        library.isPresent(),
        "libfaketime is missing, which sets the clock of one process: apt-get install faketime");
    Path set = Files.writeString(folder.resolve("clock"), "+0");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD", library.get().toString(),
            "FAKETIME_TIMESTAMP_FILE", set.toString(),
            "FAKETIME_CACHE_DURATION", "1",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
            // Its own remedy for older systems makes timed waits end at once on this one.
            "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    try (ServerProcess server =
        ServerProcess.startUnder(folder, List.of(), environment, new SplittableRandom())) {
      server.awaitReady();
      for (int seconds : List.of(3_600, -3_600)) {
        try (Due due = Due.in(Duration.ofSeconds(2), server, "set by " + seconds)) {
          Files.writeString(set, (seconds < 0 ? "" : "+") + seconds);
          awaitDate(server, seconds);
          due.hasRunOut();
          assertThat(Instant.now()).isBetween(due.deadline, due.deadline.plus(LATE));
          due.isOver();
        }
      }
    }
  }

  /** Waits until the server’s machine shows a time so many seconds from ours. */
  private static void awaitDate(ServerProcess server, int seconds) throws Exception {
    long off;
    do {
      try (RawSocket http = RawSocket.connect(server.port())) {
        http.say("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String date =
            http.head()
                .lines()
                .filter(line -> line.startsWith("Date: "))
                .findFirst()
                .orElseThrow()
                .substring("Date: ".length());
        Instant shown = ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant();
        off = Duration.between(Instant.now(), shown).toSeconds();
      }
    } while (Math.abs(off - seconds) > 60);
  }
}
