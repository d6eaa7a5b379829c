package io.souffleur.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.config.Settings;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Sighting;
import io.souffleur.server.core.text.Span;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.journal.Journals;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.Outcome;
import io.souffleur.server.store.Database;
import io.souffleur.server.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {

  private static final long PATIENCE = 30;
  private static final String SUBJECT = "storetest";
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");

  @TempDir private Path folder;

  enum Kind {
    SQLITE,
    POSTGRESQL;

    Settings.Storage empty() throws SQLException {
      return switch (this) {
        case SQLITE -> Settings.Sqlite.STANDARD;
        case POSTGRESQL -> TestPostgres.database();
      };
    }
  }

  /** A store, and the folder it may use. */
  private record Store(Settings.Storage storage, Path data) {
    Journal journal() throws IOException {
      return Journals.open(
          storage,
          data,
          (reason, cause) -> {
            throw new AssertionError(reason, cause);
          });
    }

    Database house() throws IOException {
      return Database.open(storage, data);
    }

    Contents backup(Path target) throws IOException {
      return Backup.write(storage, data, target);
    }

    Contents restore(Path source) throws IOException {
      return Restore.read(source, storage, data);
    }
  }

  private Store store(Kind kind, String name) throws SQLException {
    return new Store(kind.empty(), folder.resolve(name));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(Kind.values())
        .flatMap(from -> Stream.of(Kind.values()).map(to -> Arguments.of(from, to)));
  }

  private static Entry entry(String conversation, long position) {
    return new Entry(
        new ConversationId(conversation),
        position,
        position == 1 ? Origin.CHANNEL : position % 3 == 0 ? Origin.SERVER : Origin.DESK,
        new ChannelName(position == 1 ? "web-chat" : ""),
        "k" + position,
        (int) (position % 2),
        position == 1 ? Entry.STARTED : "message",
        NOON.plusNanos(position * 1_000_000_007),
        "{\"text\":\"Ça va ? 👩‍💻 \u202Eabc %d\"}".formatted(position),
        position % 5 == 0
            ? List.of(new Sighting(CueName.WRONG_NAME, new Span(0, 2), 0.95, Optional.of("ça")))
            : List.of());
  }

  private static void fill(Store store) throws Exception {
    try (Journal journal = store.journal();
        Database house = store.house()) {
      CompletableFuture<Outcome> last = new CompletableFuture<>();
      for (long position = 1; position <= 400; position++) {
        for (String conversation : List.of("b", "a", "c")) {
          journal.append(entry(conversation, position), outcome -> {});
        }
      }
      journal.append(entry("d", 1), last::complete);
      assertThat(last.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
      house.migrate(SUBJECT);
      house
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute("insert into thing values ('cafetière', 7)");
                handle.execute("insert into own values (?)", new byte[] {0, -1, 127, -128});
              });
    }
  }

  private static List<Object> everything(Store store) throws Exception {
    List<Object> all = new ArrayList<>();
    try (Journal journal = store.journal();
        Database house = store.house()) {
      for (String conversation : List.of("a", "b", "c", "d")) {
        all.addAll(journal.read(new ConversationId(conversation)));
      }
      all.addAll(journal.noted(Instant.EPOCH, any -> true));
      all.addAll(
          journal.live().stream().sorted(Comparator.comparing(ConversationId::key)).toList());
      house.migrate(SUBJECT);
      all.add(
          house
              .jdbi()
              .withHandle(
                  handle -> handle.createQuery("select name, size from thing").mapToMap().list())
              .toString());
      byte[] own =
          house
              .jdbi()
              .withHandle(
                  handle -> handle.createQuery("select body from own").mapTo(byte[].class).one());
      for (byte one : own) {
        all.add(one);
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void what_was_kept_is_the_same_in_another_store(Kind from, Kind to) throws Exception {
    Store first = store(from, "first");
    fill(first);
    Contents written = first.backup(folder.resolve("backup.db"));
    assertThat(written.rows()).isEqualTo(Map.of("journal", 1_201L, "thing", 1L, "own", 1L));

    Store second = store(to, "second");
    assertThat(second.restore(folder.resolve("backup.db"))).isEqualTo(written);
    assertThat(everything(second)).hasSizeGreaterThan(1_201).isEqualTo(everything(first));
    assertThat(folder.resolve("backup.db")).exists();
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.startsWith("backup.db"))
          .containsExactly("backup.db");
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void what_was_acknowledged_before_a_backup_began_is_in_it(Kind from, Kind to) throws Exception {
    Store first = store(from, "first");
    AtomicLong acknowledged = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    long before;
    try (Journal journal = first.journal()) {
      Thread talker =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (long position = 1; !enough.get(); position++) {
                      long now = position;
                      journal.append(
                          entry("a", now),
                          outcome -> {
                            if (outcome == Outcome.DURABLE) {
                              acknowledged.set(now);
                            }
                            if (now == 1_000) {
                              begun.complete(null);
                            }
                          });
                    }
                  });
      begun.get(PATIENCE, TimeUnit.SECONDS);
      before = acknowledged.get();
      first.backup(folder.resolve("backup.db"));
      assertThat(acknowledged.get()).isGreaterThan(before);
      enough.set(true);
      talker.join();
    }

    Store second = store(to, "second");
    second.restore(folder.resolve("backup.db"));
    try (Journal journal = second.journal()) {
      List<Entry> entries = journal.read(new ConversationId("a"));
      assertThat((long) entries.size()).isGreaterThanOrEqualTo(before);
      for (int i = 0; i < entries.size(); i++) {
        assertThat(entries.get(i)).isEqualTo(entry("a", i + 1L));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_backup_goes_into_an_empty_store_only(Kind from, Kind to) throws Exception {
    Store first = store(from, "first");
    fill(first);
    first.backup(folder.resolve("backup.db"));
    Store second = store(to, "second");
    second.restore(folder.resolve("backup.db"));
    assertThatThrownBy(() -> second.restore(folder.resolve("backup.db")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("already: a backup goes into an empty store only");
    assertThat(everything(second)).isEqualTo(everything(first));
  }

  @Test
  void a_store_that_a_server_uses_is_not_restored_into() throws Exception {
    Store first = store(Kind.SQLITE, "first");
    fill(first);
    first.backup(folder.resolve("backup.db"));
    Store second = store(Kind.SQLITE, "second");
    try (Journal running = second.journal()) {
      assertThat(running.ready()).isTrue();
      assertThatThrownBy(() -> second.restore(folder.resolve("backup.db")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another Souffleur");
    }
  }

  @Test
  void a_file_that_is_there_is_not_written_over() throws Exception {
    Store first = store(Kind.SQLITE, "first");
    fill(first);
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    assertThatThrownBy(() -> first.backup(precious))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is there already: choose another name");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void a_damaged_backup_is_refused_and_the_store_stays_empty() throws Exception {
    Store first = store(Kind.SQLITE, "first");
    fill(first);
    Path backup = folder.resolve("backup.db");
    first.backup(backup);
    byte[] bytes = Files.readAllBytes(backup);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 8_192; i++) {
      bytes[i] = 0x55;
    }
    Files.write(backup, bytes);
    Store second = store(Kind.SQLITE, "second");
    assertThatThrownBy(() -> second.restore(backup))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(backup.toString());
    assertThat(second.data()).doesNotExist();

    Path text = Files.writeString(folder.resolve("text"), "this is no backup at all");
    assertThatThrownBy(() -> second.restore(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no backup of Souffleur");
    assertThatThrownBy(() -> second.restore(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("isn't there");
  }

  @Test
  void a_file_without_a_journal_is_no_backup() throws Exception {
    Store first = store(Kind.SQLITE, "first");
    fill(first);
    Store second = store(Kind.SQLITE, "second");
    Path empty = Files.createFile(folder.resolve("empty"));
    for (Path file : List.of(empty, Database.file(first.data()))) {
      assertThatThrownBy(() -> second.restore(file))
          .isInstanceOf(IOException.class)
          .hasMessage(file + " is no backup of Souffleur: there is no journal in it");
    }
    assertThat(second.data()).doesNotExist();
  }

  @Test
  void a_folder_in_which_nothing_was_kept_is_not_backed_up() throws Exception {
    Store first = store(Kind.SQLITE, "first");
    assertThatThrownBy(() -> first.backup(folder.resolve("backup.db")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is this the configuration that ran?");
    assertThat(folder.resolve("backup.db")).doesNotExist();
  }
}
