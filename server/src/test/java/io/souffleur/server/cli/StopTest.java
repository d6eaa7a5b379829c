package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.link.LinkSettings;
import io.souffleur.link.Souffleur;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.testing.TestSocket;
import io.souffleur.wire.Author;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.Medium;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real process under load is told to stop. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class StopTest {
  private static final String KEY = "channel-key-for-tests";
  private static final Pattern ACKED = Pattern.compile("\"type\":\"ack\",\"id\":\"(m\\d+)\"");

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void nothing_is_left_running() {
    started.forEach(Process::destroyForcibly);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process start(int port) throws Exception {
    Path config = folder.resolve("souffleur.yaml");
    Files.writeString(
        config, "port: " + port + "\ndata: data\nchannels:\n  - {name: chat, key: " + KEY + "}\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "run",
                "--config",
                config.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    started.add(process);
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    assertThat(line).as(Files.readString(folder.resolve("err"))).contains("listens at");
    return process;
  }

  private static TestSocket channel(int port) throws Exception {
    return TestSocket.open(
        URI.create("ws://127.0.0.1:" + port + "/v1/channel"),
        "souffleur.channel.v1",
        Map.of("Authorization", "Bearer " + KEY));
  }

  private static String event(String type, String id, String more) {
    return "{\"type\":\""
        + type
        + "\",\"id\":\""
        + id
        + "\",\"conversation\":\"c1\","
        + "\"at\":\"2026-11-22T09:00:00Z\","
        + more
        + "}";
  }

  private static void note(String frame, Set<String> acked) {
    Matcher ack = ACKED.matcher(frame);
    if (ack.find()) {
      acked.add(ack.group(1));
    }
  }

  private Set<String> kept(String conversation) throws IOException {
    try (Journal journal =
        SqliteJournal.open(
            folder.resolve("data"),
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            })) {
      List<String> keys =
          journal.read(new ConversationId(conversation)).stream().map(Entry::key).toList();
      assertThat(keys).doesNotHaveDuplicates();
      return new HashSet<>(keys);
    }
  }

  @Test
  void whatever_was_acknowledged_is_kept_and_everybody_is_told_when_to_come_back()
      throws Exception {
    int port = freePort();
    Process server = start(port);
    Set<String> acked = new HashSet<>();
    try (TestSocket channel = channel(port)) {
      channel.send(event("conversation.started", "s", "\"medium\":\"chat\",\"customer\":{}"));
      channel.nextWith("\"ack\"");
      for (int i = 0; i < 3_000; i++) {
        if (i == 1_500) {
          while (!acked.contains("m500")) {
            note(channel.next(), acked);
          }
          server.destroy();
        }
        try {
          channel.send(event("message", "m" + i, "\"author\":\"customer\",\"text\":\"bonjour\""));
        } catch (IOException | IllegalStateException closed) {
          break;
        }
      }
      assertThat(channel.closeCode()).isEqualTo(4001);
      assertThat(channel.closeReason()).matches("the server stops; come back in \\d{1,4} ms");
      for (String frame : channel.rest()) {
        note(frame, acked);
      }
    }
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(acked).hasSizeGreaterThan(500);
    // Everything that was taken is acknowledged, and the other way round.
    assertThat(kept("c1").stream().filter(key -> key.startsWith("m")).collect(Collectors.toSet()))
        .isEqualTo(acked);
  }

  @Test
  void a_link_comes_back_after_a_restart_with_nothing_lost_and_nothing_twice() throws Exception {
    int port = freePort();
    Process first = start(port);
    int messages = 0;
    boolean told = false;
    try (Souffleur link =
        Souffleur.connect(
            LinkSettings.of(URI.create("ws://127.0.0.1:" + port + "/v1/channel"), KEY))) {
      var chat = link.open("c2", Medium.CHAT, CustomerRef.named("C"), Optional.empty());
      while (first.isAlive() && messages < 20_000) {
        if (!told && link.counters().acknowledged() > 100) {
          told = true;
          first.destroy();
        }
        chat.say(Author.CUSTOMER, "bonjour " + messages++);
        assertThat(link.awaitClosed(Duration.ofMillis(1))).isFalse();
      }
      for (int i = 0; i < 100; i++) {
        chat.say(Author.CUSTOMER, "bonjour " + messages++);
      }
      assertThat(first.exitValue()).isZero();
      Process second = start(port);
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (link.counters().waiting() > 0 && System.nanoTime() < end) {
        assertThat(link.awaitClosed(Duration.ofMillis(50))).isFalse();
      }
      assertThat(link.counters().waiting()).isZero();
      assertThat(link.counters().droppedKept()).isZero();
      assertThat(link.counters().lines()).isGreaterThan(1);
      second.destroy();
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(kept("c2")).hasSize(messages + 1);
  }

  /** A command that is never done with tidying up. */
  static final class Untidy {
    private Untidy() {}

    public static void main(String[] arguments) throws Exception {
      try (UntilStopped untilStopped =
          new UntilStopped(Console.ofProcess(), Duration.ofMillis(Long.parseLong(arguments[0])))) {
        System.out.println("up");
        untilStopped.await();
        System.out.println("stopping");
        new CountDownLatch(1).await();
      }
    }
  }

  private Process untidy(Duration patience) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Untidy.class.getName(),
                String.valueOf(patience.toMillis()))
            .start();
    started.add(process);
    BufferedReader said = process.inputReader();
    assertThat(said.readLine()).isEqualTo("up");
    // The handle leaves the pipes open.
    process.toHandle().destroy();
    assertThat(said.readLine()).isEqualTo("stopping");
    return process;
  }

  @Test
  void a_second_signal_ends_it_at_once() throws Exception {
    Process process = untidy(Duration.ofMinutes(10));
    process.toHandle().destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  @Test
  void it_ends_when_tidying_up_takes_too_long() throws Exception {
    Process process = untidy(Duration.ofMillis(200));
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.errorReader().readLine()).contains("not everything was tidied up");
  }
}
