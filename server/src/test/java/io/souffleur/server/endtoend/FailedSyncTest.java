package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.souffleur.server.cli.Main;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.SqliteJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it runs, under an operating system whose syncs begin to fail. */
@Timeout(180)
class FailedSyncTest {
  private static final String KEY = "0123456789abcdef-chat";

  /** Syncs that succeed on each thread: those of the start, and then of some tens of events. */
  private static final int GOOD_SYNCS = 60;

  private static final int MOST_EVENTS = 400;

  /** Most of it is what strace takes to see every thread off. */
  private static final double LONGEST_SECONDS = 5;

  private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+/");
  private static final Pattern FAILED =
      Pattern.compile("(?m)^[0-9]+ +([0-9.]+) .*f(?:data)?sync.*EIO.*INJECTED");
  private static final Pattern EXITED =
      Pattern.compile("(?m)^[0-9]+ +([0-9.]+) \\+\\+\\+ exited with 1 \\+\\+\\+");

  @TempDir private Path folder;

  @BeforeEach
  void strace_may_be_used() throws Exception {
    int code;
    try {
      code =
          new ProcessBuilder("strace", "-o", folder.resolve("probe").toString(), "true")
              .start()
              .waitFor();
    } catch (IOException e) {
      code = -1;
    }
    assumeTrue(code == 0, "strace isn't installed, or this machine forbids ptrace");
  }

  private Process server() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("souffleur.yaml"),
            "port: 0\ndata: data\nstorage: {kind: sqlite, reserve: 0}\nchannels:\n"
                + "  - {name: chat, key: \""
                + KEY
                + "\"}\n");
    return new ProcessBuilder(
            "strace",
            "--seccomp-bpf",
            "-f",
            "-ttt",
            "-o",
            folder.resolve("calls").toString(),
            "-e",
            "trace=fsync,fdatasync",
            "-e",
            "inject=fsync,fdatasync:error=EIO:when=" + GOOD_SYNCS + "+",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            "run",
            "--config",
            config.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static URI address(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return URI.create(matcher.group());
      }
    }
    throw new AssertionError("the server ended before it listened");
  }

  private static String event(int number) {
    return number == 0
        ? "{\"type\":\"conversation.started\",\"id\":\"0\",\"conversation\":\"c1\","
            + "\"at\":\"2026-11-22T09:00:00Z\",\"medium\":\"chat\",\"customer\":{}}"
        : "{\"type\":\"message\",\"id\":\""
            + number
            + "\",\"conversation\":\"c1\",\"at\":\"2026-11-22T09:00:10Z\","
            + "\"author\":\"customer\",\"text\":\"Bonjour\"}";
  }

  /** Sends events one by one; how many were acknowledged before one was not. */
  private static int acknowledged(URI server) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (int number = 0; number < MOST_EVENTS; number++) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/v1/channel/events"))
              .header("Authorization", "Bearer " + KEY)
              .POST(HttpRequest.BodyPublishers.ofString(event(number)))
              .build();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (!answer.body().contains("\"ack\"")) {
          return number;
        }
      } catch (IOException gone) {
        return number;
      }
    }
    throw new AssertionError("no sync failed");
  }

  @Test
  void after_a_failed_sync_nothing_is_acknowledged_and_the_program_ends() throws Exception {
    Process server = server();
    int acknowledged;
    try (BufferedReader out = server.inputReader()) {
      acknowledged = acknowledged(address(out));
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(acknowledged).isPositive();

    String calls = Files.readString(folder.resolve("calls"));
    assertThat(time(EXITED, calls) - time(FAILED, calls)).isBetween(0.0, LONGEST_SECONDS);
    try (Journal journal =
        SqliteJournal.open(
            folder.resolve("data"),
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            })) {
      List<Entry> entries = journal.read(new ConversationId("c1"));
      assertThat(entries.size()).isGreaterThanOrEqualTo(acknowledged);
      for (int i = 0; i < acknowledged; i++) {
        assertThat(entries.get(i).key()).isEqualTo(String.valueOf(i));
      }
    }
  }

  private static double time(Pattern what, String calls) {
    Matcher matcher = what.matcher(calls);
    assertThat(matcher.find()).as(calls).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
