package io.souffleur.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.souffleur.server.testing.RawSocket;
import io.souffleur.server.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The kernel is asked in the right order: first the log is synced, then the acknowledgement leaves.
 * Seen from outside, with strace.
 */
@Execution(ExecutionMode.CONCURRENT)
class AckOrderTest {
  private static final int EVENTS = 40;

  /** More than a page of SQLite, of which strace would show the beginning only. */
  private static final String SHOWN_BYTES = "20000";

  @TempDir private Path folder;

  @Test
  void no_acknowledgement_leaves_before_the_disk_has_the_event() throws Exception {
    Trace trace = trace(Optional.empty());
    assertThat(trace.written()).hasSize(EVENTS);
    assertThat(trace.syncs()).isPositive();
    assertThat(trace.tooSoon()).isEmpty();
  }

  @Test
  void on_a_disk_that_only_says_so_the_same_check_fails() throws Exception {
    Trace trace = trace(Optional.of(library()));
    assertThat(trace.written()).hasSize(EVENTS);
    assertThat(trace.syncs()).isZero();
    assertThat(trace.tooSoon()).hasSize(EVENTS);
  }

  private Trace trace(Optional<Path> preloaded) throws Exception {
    assumeTrue(
        stracing(),
        "strace is missing, or may not be used here: apt-get install strace, as a user who may"
            + " trace processes");
    Path file = folder.resolve("trace");
    List<String> strace =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "-e",
                "trace=write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync",
                "-ttt",
                "-yy",
                "-s",
                SHOWN_BYTES,
                "-o",
                file.toString()));
    preloaded.ifPresent(library -> strace.addAll(List.of("-E", "LD_PRELOAD=" + library)));
    Set<String> keys = new LinkedHashSet<>();
    try (ServerProcess server =
        ServerProcess.startUnder(folder, strace, Map.of(), new SplittableRandom())) {
      server.awaitReady();
      try (RawSocket channel = RawSocket.channel(server.port(), Visitor.CHANNEL_KEY)) {
        for (int i = 0; i < EVENTS; i++) {
          String key = "event-" + i + "-here";
          keys.add(key);
          channel.send(event(key, "chat-" + i % 4, i < 4));
          if (i % 10 == 9) {
            for (int heard = 0; heard < 10; heard++) {
              assertThat(channel.nextText()).get().asString().contains("\"type\":\"ack\"");
            }
          }
        }
      }
      server.kill();
    }
    Trace trace = new Trace(keys, Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    assertThat(trace.acknowledged()).isEqualTo(keys);
    return trace;
  }

  private static String event(String key, String conversation, boolean start) {
    String rest =
        start
            ? "\"type\":\"conversation.started\",\"medium\":\"chat\",\"customer\":{}"
            : "\"type\":\"message\",\"author\":\"customer\",\"text\":\"Bonjour\"";
    return "{\"id\":\"%s\",\"conversation\":\"%s\",\"at\":\"2026-11-22T14:03:00Z\",%s}"
        .formatted(key, conversation, rest);
  }

  private static boolean stracing() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static Path library() throws IOException {
    Path libraries = Path.of("/usr/lib");
    assumeTrue(Files.isDirectory(libraries), "there is no /usr/lib: this is a test for Linux");
    try (Stream<Path> files =
        Files.find(
            libraries,
            2,
            (file, kind) -> file.getFileName().toString().equals("libeatmydata.so"))) {
      Optional<Path> library = files.findFirst();
      assumeTrue(library.isPresent(), "libeatmydata.so is missing: apt-get install libeatmydata1");
      return library.orElseThrow();
    }
  }
}
