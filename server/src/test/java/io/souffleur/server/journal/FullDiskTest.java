package io.souffleur.server.journal;

import static io.souffleur.server.journal.JournalContract.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.store.DiskReserve;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that gets full, and then has room again. SQLite's own limit of pages stands for it. */
class FullDiskTest {

  private static final long PATIENCE = 20;
  private static final long RESERVE = 100_000;
  private static final int FEW_PAGES = 16;
  private static final int MANY_PAGES = 100_000;

  @TempDir private Path folder;

  private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
  private SqliteFile file;
  private Connection connection;
  private GroupCommit commit;

  @BeforeEach
  void open() throws Exception {
    file = new SqliteFile(folder.resolve("journal.db"));
    file.migrate();
    connection = file.writer();
    pages(FEW_PAGES);
    DiskReserve reserve = DiskReserve.in(folder, RESERVE, usable::get);
    commit =
        new GroupCommit(
            new SqliteStore(connection, reserve),
            (reason, cause) -> {
              throw new AssertionError(reason, cause);
            });
  }

  @AfterEach
  void close() throws Exception {
    commit.close();
    connection.close();
  }

  private void pages(int most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma max_page_count = " + most);
    }
  }

  private Outcome kept(Entry entry) throws Exception {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    commit.append(entry, outcome::complete);
    return outcome.get(PATIENCE, TimeUnit.SECONDS);
  }

  private static Entry message(long position) {
    return entry("a", position, "k" + position + "-".repeat(100), 0, "message");
  }

  @Test
  void when_the_disk_is_full_conversations_may_end_and_go_on_once_there_is_room() throws Exception {
    assertThat(kept(entry("a", 1, "s", 0, Entry.STARTED))).isEqualTo(Outcome.DURABLE);
    assertThat(kept(entry("b", 1, "s", 0, Entry.STARTED))).isEqualTo(Outcome.DURABLE);
    usable.set(0);
    long position = 2;
    while (kept(message(position)) == Outcome.DURABLE) {
      position++;
    }
    assertThat(folder.resolve("reserve")).doesNotExist();

    // What was set aside is there to be used.
    pages(MANY_PAGES);
    assertThat(kept(message(position))).isEqualTo(Outcome.NO_ROOM);
    assertThat(kept(entry("c", 1, "s", 0, Entry.STARTED))).isEqualTo(Outcome.NO_ROOM);
    assertThat(kept(entry("b", 2, "e", 0, Entry.ENDED))).isEqualTo(Outcome.DURABLE);
    assertThat(commit.ready()).isTrue();
    try (Questions questions = new Questions(new Readers(file::reader), "rowid", "cross join")) {
      assertThat(questions.read(entry("a", 1, "s", 0, "message").conversation()))
          .hasSize((int) position - 1);
    }

    usable.set(Long.MAX_VALUE);
    assertThat(kept(message(position))).isEqualTo(Outcome.DURABLE);
    assertThat(folder.resolve("reserve")).exists();
  }
}
