package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that are written anew under new keys: old or new, whatever happens, and no mix. */
class RewrittenJournalTest {

  private static final int CONVERSATIONS = 12;
  private static final int ENTRIES = 5;
  private static final int AT_ONCE = 4;
  private static final int KILLS = 8;
  private static final FatalHandler FATAL =
      (reason, cause) -> {
        throw new AssertionError(reason, cause);
      };

  @TempDir Path folder;
  @TempDir Path copies;

  private static ConversationId id(int conversation) {
    return new ConversationId("c" + conversation);
  }

  private static Entry entry(int conversation, int position, String text) {
    String kind = position == 1 ? Entry.STARTED : position == ENTRIES ? Entry.ENDED : "message";
    return new Entry(
        id(conversation),
        position,
        Origin.CHANNEL,
        "k" + position,
        0,
        kind,
        Instant.EPOCH.plusSeconds(position),
        "{\"text\":\"" + text + "\"}");
  }

  private static SealedJournal over(Path folder, Journal plain) throws IOException {
    return SealedJournal.over(
        plain, KeyFile.open(folder, MasterKey.of(Optional.empty(), folder)), FATAL);
  }

  private static SealedJournal open(Path folder) throws IOException {
    return over(folder, SqliteJournal.open(folder, FATAL));
  }

  private static void fill(Journal journal) throws Exception {
    for (int c = 0; c < CONVERSATIONS; c++) {
      CompletableFuture<Outcome> last = new CompletableFuture<>();
      for (int position = 1; position < ENTRIES; position++) {
        journal.append(entry(c, position, "0"), outcome -> {});
      }
      journal.append(entry(c, ENTRIES, "0"), last::complete);
      assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
    }
  }

  private static List<Entry> anew(int from, int to, String text) {
    return IntStream.range(from, to)
        .boxed()
        .flatMap(c -> IntStream.rangeClosed(1, ENTRIES).mapToObj(at -> entry(c, at, text)))
        .toList();
  }

  /** What a conversation says, which is one thing. */
  private static int says(Journal journal, int conversation) {
    List<Entry> entries = journal.read(id(conversation));
    assertThat(entries).hasSize(ENTRIES);
    assertThat(entries.stream().map(Entry::body).distinct()).as("c%s", conversation).hasSize(1);
    return Integer.parseInt(entries.getFirst().body().replaceAll("\\D", ""));
  }

  /** The process that is killed: it writes four conversations anew, then the next four. */
  static final class Victim {
    public static void main(String[] args) throws IOException {
      SealedJournal journal = open(Path.of(args[0]));
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      for (int i = Integer.parseInt(args[1]); true; i++) {
        int from = i * AT_ONCE % CONVERSATIONS;
        journal.rewrite(anew(from, from + AT_ONCE, Integer.toString(i)));
        if (i % 5 == 0) {
          journal.scrub();
        }
        out.println(i);
      }
    }
  }

  @Test
  void kill_9_at_any_instant_leaves_each_as_it_was_or_anew() throws Exception {
    try (SealedJournal journal = open(folder)) {
      fill(journal);
    }
    Random random = new Random(20261126);
    int next = 3;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = rewrittenUntilKilled(next, 1 + random.nextInt(40));
      try (SealedJournal journal = open(folder)) {
        for (int c = 0; c < CONVERSATIONS; c++) {
          int said = says(journal, c);
          assertThat(said == 0 || said * AT_ONCE % CONVERSATIONS == c / AT_ONCE * AT_ONCE).isTrue();
          // What was told as done is there, or what came after it.
          assertThat(said).isGreaterThan(last - CONVERSATIONS / AT_ONCE).isLessThan(last + 3);
        }
        journal.rewrite(anew(0, CONVERSATIONS, "0"));
      }
      next = (last / 3 + 1) * 3;
      try (SealedJournal journal = open(folder)) {
        for (int i = next; i < next + 3; i++) {
          int from = i * AT_ONCE % CONVERSATIONS;
          journal.rewrite(anew(from, from + AT_ONCE, Integer.toString(i)));
        }
      }
      next += 3;
    }
  }

  private int rewrittenUntilKilled(int from, int lines) throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = from - 1;
    try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
      for (int line = 0; line < lines; line++) {
        last = Integer.parseInt(String.valueOf(out.readLine()));
      }
      assertThat(victim.toHandle().destroyForcibly()).isTrue();
      String rest = out.readLine();
      while (rest != null) {
        last = rest.matches("\\d+") ? Math.max(last, Integer.parseInt(rest)) : last;
        rest = out.readLine();
      }
    } finally {
      victim.destroyForcibly();
      assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    return last;
  }

  /** The files as they lie on disk, as a power cut would leave them. */
  private void copyTo(String name) {
    try (Stream<Path> files = Files.list(folder)) {
      Path to = Files.createDirectories(copies.resolve(name));
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal, around whose rewriting the files are copied. */
  private Journal copying(Journal plain) {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (self, method, arguments) -> {
              if (method.getName().equals("rewrite")) {
                copyTo("keys-prepared");
              }
              Object answer = method.invoke(plain, arguments);
              if (method.getName().equals("rewrite")) {
                copyTo("entries-anew");
              }
              return answer;
            });
  }

  @Test
  void a_cut_between_any_two_steps_is_made_good_at_the_next_start() throws Exception {
    try (SealedJournal journal = over(folder, copying(SqliteJournal.open(folder, FATAL)))) {
      fill(journal);
      journal.rewrite(anew(0, AT_ONCE, "1"));
      copyTo("keys-renewed");
      journal.scrub();
      copyTo("scrubbed");
    }
    for (String name : List.of("keys-prepared", "entries-anew", "keys-renewed", "scrubbed")) {
      for (int start = 0; start < 2; start++) {
        try (SealedJournal journal = open(copies.resolve(name))) {
          for (int c = 0; c < CONVERSATIONS; c++) {
            boolean anew = c < AT_ONCE && !name.equals("keys-prepared");
            assertThat(says(journal, c)).as("%s c%s", name, c).isEqualTo(anew ? 1 : 0);
          }
        }
      }
    }
  }

  @Test
  void a_copy_of_the_journal_from_before_says_nothing_any_more() throws Exception {
    try (SealedJournal journal = open(folder)) {
      fill(journal);
    }
    Path before = Files.copy(folder.resolve("journal.db"), copies.resolve("journal.db"));
    List<String> keys = keys(0, AT_ONCE);
    try (SealedJournal journal = open(folder)) {
      journal.rewrite(anew(0, AT_ONCE, "1"));
      journal.scrub();
      for (String key : keys) {
        assertThat(anyFileHas(key)).isFalse();
      }
    }
    Files.delete(folder.resolve("journal.db"));
    Files.move(before, folder.resolve("journal.db"));
    try (SealedJournal journal = open(folder)) {
      assertThatThrownBy(() -> journal.read(id(0))).isInstanceOf(IllegalStateException.class);
      assertThat(says(journal, AT_ONCE)).isZero();
    }
  }

  private List<String> keys(int from, int to) throws Exception {
    List<String> keys = new ArrayList<>();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = file.createStatement()) {
      for (int c = from; c < to; c++) {
        try (ResultSet rows =
            statement.executeQuery(
                "select wrapped from key_slot join conversation_key using (slot)"
                    + " where conversation = 'c"
                    + c
                    + "'")) {
          keys.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return keys;
  }

  private boolean anyFileHas(String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void what_lay_open_is_sealed_and_nothing_of_it_is_left() throws Exception {
    try (Journal plain = SqliteJournal.open(folder, FATAL)) {
      for (int c = 0; c < CONVERSATIONS; c++) {
        for (int position = 1; position <= ENTRIES; position++) {
          CompletableFuture<Outcome> kept = new CompletableFuture<>();
          plain.append(entry(c, position, "rhubarbe" + c + "."), kept::complete);
          assertThat(kept.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
        }
      }
    }
    assertThat(anyFileHas("rhubarbe1.")).isTrue();
    try (SealedJournal journal = open(folder)) {
      journal.rewrite(anew(0, AT_ONCE, "1"));
    }
    // As after a program that was killed before it came to that.
    try (SealedJournal journal = open(folder)) {
      journal.scrub();
      for (int c = 0; c < CONVERSATIONS; c++) {
        assertThat(anyFileHas("rhubarbe" + c + ".")).isEqualTo(c >= AT_ONCE);
      }
      assertThat(says(journal, 0)).isEqualTo(1);
    }
  }
}
