package io.souffleur.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.sealing.Erasure;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.sealing.SealedSnapshots;
import io.souffleur.server.snapshot.Imprint;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.server.snapshot.SqliteSnapshots;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedJournalTest extends JournalContract {

  private static final FatalHandler FATAL =
      (reason, cause) -> {
        throw new AssertionError(reason, cause);
      };

  @TempDir Path folder;
  @TempDir Path another;

  @Override
  Journal open() throws Exception {
    return open(folder);
  }

  private static SealedJournal open(Path folder) throws IOException {
    Journal plain = SqliteJournal.open(folder, FATAL);
    try {
      return SealedJournal.over(
          plain, KeyFile.open(folder, MasterKey.of(Optional.empty(), folder)), FATAL);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  void erase(Journal from, String conversation) {
    ((SealedJournal) from)
        .erase(new Erasure("e-" + conversation, Instant.EPOCH, "test", List.of(conversation)));
  }

  private static Outcome append(Journal journal, Entry entry) throws Exception {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    journal.append(entry, outcome::complete);
    return outcome.get(10, TimeUnit.SECONDS);
  }

  private static Entry said(String conversation, long position, String text) {
    Entry entry = JournalContract.entry(conversation, position, "k" + position, 0, "message");
    return entry.with("{\"text\":\"" + text + "\"}", List.of());
  }

  private static boolean anyFileHas(Path folder, String word) throws IOException {
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
  void no_file_shows_what_was_said() throws Exception {
    try (SealedJournal journal = open(another)) {
      assertThat(append(journal, said("a", 1, "rhubarbe"))).isEqualTo(Outcome.DURABLE);
      assertThat(journal.read(new ConversationId("a")).getFirst().body()).contains("rhubarbe");
      assertThat(anyFileHas(another, "rhubarbe")).isFalse();
    }
  }

  @Test
  void what_was_kept_before_there_were_keys_is_read_and_what_follows_is_sealed() throws Exception {
    try (Journal plain = SqliteJournal.open(another, FATAL)) {
      append(plain, said("a", 1, "rhubarbe"));
    }
    assertThat(anyFileHas(another, "rhubarbe")).isTrue();
    try (SealedJournal journal = open(another)) {
      append(journal, said("a", 2, "topinambour"));
      assertThat(journal.read(new ConversationId("a")))
          .extracting(Entry::body)
          .containsExactly("{\"text\":\"rhubarbe\"}", "{\"text\":\"topinambour\"}");
    }
    assertThat(anyFileHas(another, "topinambour")).isFalse();
  }

  @Test
  void what_is_erased_leaves_no_trace_also_when_it_was_kept_without_a_key() throws Exception {
    try (Journal plain = SqliteJournal.open(another, FATAL)) {
      for (int position = 1; position < 200; position++) {
        append(plain, said("a", position, "rhubarbe" + "x".repeat(position)));
        append(plain, said("b", position, "navet"));
      }
    }
    try (SealedJournal journal = open(another)) {
      assertThat(anyFileHas(another, "rhubarbe")).isTrue();
      erase(journal, "a");
      assertThat(anyFileHas(another, "rhubarbe")).isFalse();
      assertThat(journal.read(new ConversationId("b"))).hasSize(199);
    }
  }

  @Test
  void a_destroyed_key_is_in_no_file_whatever_came_and_went() throws Exception {
    int many = 3_000;
    Random random = new Random(20261126);
    List<Integer> order = new ArrayList<>(IntStream.range(0, many).boxed().toList());
    Collections.shuffle(order, random);
    Map<Integer, String> destroyed = new HashMap<>();
    try (SealedJournal journal = open(another)) {
      for (int place = 0; place < many; place++) {
        CompletableFuture<Outcome> kept = new CompletableFuture<>();
        journal.append(
            JournalContract.entry("c" + order.get(place), 1, "s", 0, Entry.STARTED),
            kept::complete);
        if (place % 100 == 99) {
          assertThat(kept.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
          int one = order.get(random.nextInt(place));
          if (!destroyed.containsKey(one)) {
            destroyed.put(one, new String(wrapped("c" + one), StandardCharsets.ISO_8859_1));
            assertThat(anyFileHas(another, destroyed.get(one))).isTrue();
            erase(journal, "c" + one);
          }
          for (String key : destroyed.values()) {
            assertThat(anyFileHas(another, key)).isFalse();
          }
        }
      }
      assertThat(destroyed).hasSizeGreaterThan(20);
      for (int c = 0; c < many; c += 97) {
        assertThat(journal.read(new ConversationId("c" + c)))
            .hasSize(destroyed.containsKey(c) ? 0 : 1);
      }
    }
  }

  @Test
  void keys_of_an_earlier_version_are_brought_over() throws Exception {
    try (SealedJournal journal = open(another)) {
      append(journal, said("a", 1, "rhubarbe"));
      append(journal, said("b", 1, "navet"));
    }
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + another.resolve("keys.db"));
        Statement statement = file.createStatement()) {
      statement.executeUpdate(
          "create table data_key (conversation text primary key, wrapped blob not null,"
              + " customer blob) without rowid; insert into data_key select conversation, wrapped,"
              + " customer from conversation_key join key_slot using (slot);"
              + " drop table conversation_key; drop table key_slot");
    }
    for (int start = 0; start < 2; start++) {
      try (SealedJournal journal = open(another)) {
        assertThat(journal.read(new ConversationId("a")).getFirst().body()).contains("rhubarbe");
        assertThat(journal.read(new ConversationId("b")).getFirst().body()).contains("navet");
        append(journal, said("c" + start, 1, "panais"));
      }
    }
  }

  private byte[] wrapped(String conversation) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + another.resolve("keys.db"));
        Statement statement = file.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select wrapped from key_slot join conversation_key using (slot) where conversation"
                    + " = '"
                    + conversation
                    + "'")) {
      return rows.getBytes(1);
    }
  }

  @Test
  void an_older_copy_of_the_journal_loses_again_what_was_erased() throws Exception {
    Path copy = another.resolve("copy");
    try (SealedJournal journal = open(another)) {
      append(journal, said("a", 1, "rhubarbe"));
      append(journal, said("b", 1, "navet"));
    }
    Files.copy(another.resolve("journal.db"), copy);
    try (SealedJournal journal = open(another)) {
      erase(journal, "a");
    }
    Files.delete(another.resolve("journal.db"));
    Files.move(copy, another.resolve("journal.db"));
    try (SealedJournal journal = open(another)) {
      assertThat(journal.read(new ConversationId("a"))).isEmpty();
      assertThat(journal.keeps(new ConversationId("a"))).isFalse();
      assertThat(journal.read(new ConversationId("b"))).hasSize(1);
    }
  }

  @Test
  void an_entry_that_was_moved_does_not_open() throws Exception {
    try (SealedJournal journal = open(another)) {
      append(journal, said("a", 1, "rhubarbe"));
      append(journal, said("a", 2, "navet"));
    }
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + another.resolve("journal.db"));
        Statement statement = file.createStatement()) {
      statement.executeUpdate(
          "update journal set body = (select body from journal where position = 1)"
              + " where position = 2");
    }
    try (SealedJournal journal = open(another)) {
      assertThatThrownBy(() -> journal.read(new ConversationId("a")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("entry 2 of conversation a was changed")
          .hasNoCause();
    }
  }

  @Test
  void a_missing_or_another_master_key_and_missing_keys_are_told_at_the_start() throws Exception {
    try (SealedJournal journal = open(another)) {
      append(journal, JournalContract.entry("a", 1, "s", 0, Entry.STARTED));
    }
    Path master = another.resolve("master.key");
    Files.delete(master);
    assertThatThrownBy(() -> open(another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is keys.db and no master key");
    assertThat(master).doesNotExist();
    Files.writeString(master, Base64.getEncoder().encodeToString(new byte[32]));
    assertThatThrownBy(() -> open(another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another master key");
    Files.delete(another.resolve("keys.db"));
    assertThatThrownBy(() -> open(another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its keys are missing");
  }

  @Test
  void a_key_is_on_disk_before_what_it_seals() throws Exception {
    try (SealedJournal journal = open(another)) {
      for (int i = 0; i < 50; i++) {
        String conversation = "c" + i;
        CompletableFuture<Integer> keys = new CompletableFuture<>();
        journal.append(
            JournalContract.entry(conversation, 1, "s", 0, Entry.STARTED),
            outcome -> keys.complete(keys(conversation)));
        assertThat(keys.get(10, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
  }

  private int keys(String conversation) {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + another.resolve("keys.db"));
        Statement statement = file.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from conversation_key where conversation = '"
                    + conversation
                    + "'")) {
      return rows.getInt(1);
    } catch (java.sql.SQLException e) {
      return -1;
    }
  }

  @Test
  void the_master_key_is_for_its_owner_alone() throws Exception {
    open(another).close();
    for (String file : List.of("master.key", "keys.db")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(another.resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> MasterKey.of(Optional.of("c2hvcnQ="), another))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void one_conversation_that_cannot_be_read_is_no_hindrance_to_the_others() throws Exception {
    Map<ConversationId, Long> both =
        Map.of(new ConversationId("a"), 1L, new ConversationId("b"), 1L);
    try (SealedJournal journal = open(another)) {
      append(journal, said("a", 1, "topinambour"));
    }
    try (Journal plain = SqliteJournal.open(another, FATAL)) {
      append(plain, said("b", 1, "rhubarbe").with("s1:AAAA", List.of()));
    }
    try (SealedJournal journal = open(another)) {
      Map<ConversationId, Supplier<List<Entry>>> later = journal.openedLater(both);
      assertThat(Objects.requireNonNull(later.get(new ConversationId("a"))).get()).hasSize(1);
      Supplier<List<Entry>> closed = Objects.requireNonNull(later.get(new ConversationId("b")));
      assertThatThrownBy(closed::get).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_snapshot_tells_how_far_it_goes_and_nothing_else_before_it_is_opened() throws Exception {
    ConversationId a = new ConversationId("a");
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES + 8).putLong(17).put("rhubarbe".getBytes(UTF_8)).array();
    try (SealedJournal journal = open(another);
        Snapshots snapshots = new SealedSnapshots(SqliteSnapshots.open(another), journal)) {
      append(journal, said("a", 1, "..."));
      snapshots.keep(Map.of(a, bytes));
      byte[] closed = Objects.requireNonNull(snapshots.all().get(a));
      assertThat(Imprint.positionOf(closed)).isEqualTo(17);
      assertThat(anyFileHas(another, "rhubarbe")).isFalse();
      assertThat(snapshots.opened(a, closed)).isEqualTo(bytes);
      closed[closed.length - 1] ^= 1;
      assertThat(snapshots.opened(a, closed)).isEmpty();
      assertThat(snapshots.opened(new ConversationId("b"), bytes)).isEmpty();
    }
  }
}
