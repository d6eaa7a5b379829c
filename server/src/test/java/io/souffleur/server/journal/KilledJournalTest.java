package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.ConversationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends is killed at a random instant; what it said was durable is there. */
class KilledJournalTest {

  private static final int KILLS = 2;
  private static final int CONVERSATIONS = 5;

  @TempDir private Path folder;

  /** The process that is killed. */
  static final class Victim {
    public static void main(String[] args) throws IOException {
      Journal journal = SqliteJournal.open(Path.of(args[0]), (reason, cause) -> System.exit(3));
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      long[] next = new long[CONVERSATIONS];
      for (int c = 0; c < CONVERSATIONS; c++) {
        next[c] = journal.read(new ConversationId("c" + c)).size() + 1L;
      }
      for (int i = 0; true; i++) {
        int c = i % CONVERSATIONS;
        long position = next[c]++;
        journal.append(
            new Entry(
                new ConversationId("c" + c),
                position,
                Origin.CHANNEL,
                "k" + position,
                0,
                "message",
                Instant.EPOCH,
                "{}"),
            outcome -> out.println(outcome + " " + c + " " + position));
      }
    }
  }

  @Test
  void every_acknowledged_entry_survives_kill_9() throws Exception {
    Random random = new Random(20261122);
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> told = acknowledgedUntilKilled(200 + random.nextInt(3_000));
      try (Journal journal =
          SqliteJournal.open(folder, (reason, cause) -> assertThat(cause).isNull())) {
        long[] durable = new long[CONVERSATIONS];
        for (int c = 0; c < CONVERSATIONS; c++) {
          List<Entry> entries = journal.read(new ConversationId("c" + c));
          for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).position()).isEqualTo(i + 1L);
          }
          durable[c] = entries.size();
        }
        for (String line : told) {
          String[] words = line.split(" ");
          assertThat(words[0]).isEqualTo("DURABLE");
          assertThat(Long.parseLong(words[2]))
              .isLessThanOrEqualTo(durable[Integer.parseInt(words[1])]);
        }
      }
    }
  }

  private List<String> acknowledgedUntilKilled(int lines) throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
      while (told.size() < lines) {
        String line = out.readLine();
        assertThat(line).isNotNull();
        told.add(line);
      }
      // The handle leaves the pipe open: what was said before the end can still be read.
      assertThat(victim.toHandle().destroyForcibly()).isTrue();
      String rest = out.readLine();
      while (rest != null) {
        if (rest.matches("DURABLE \\d \\d+")) {
          told.add(rest);
        }
        rest = out.readLine();
      }
    } finally {
      victim.destroyForcibly();
      assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    return told;
  }
}
