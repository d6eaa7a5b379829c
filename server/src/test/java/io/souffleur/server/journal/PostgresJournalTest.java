package io.souffleur.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.souffleur.server.config.Settings;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.store.Postgres;
import io.souffleur.server.testing.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JournalContract {

  private static final long PATIENCE = 20;

  private final Settings.Postgresql database = database();
  private final CompletableFuture<String> fatal = new CompletableFuture<>();

  private static Settings.Postgresql database() {
    try {
      return TestPostgres.database();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  Journal open() throws IOException {
    return PostgresJournal.open(database, (reason, cause) -> fatal.complete(reason));
  }

  @Test
  void a_second_program_is_told_that_the_database_is_in_use() {
    assertThatThrownBy(
            () -> PostgresJournal.open(database, Duration.ofMillis(50), (reason, cause) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another Souffleur");
  }

  @Test
  void when_the_database_goes_away_nothing_is_kept_any_more_and_the_program_is_told()
      throws Exception {
    Journal journal = journal();
    CompletableFuture<Outcome> first = new CompletableFuture<>();
    journal.append(entry("a", 1, "k1", 0, "message"), first::complete);
    assertThat(first.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);

    TestPostgres.cut(database);
    CompletableFuture<Outcome> second = new CompletableFuture<>();
    journal.append(entry("a", 2, "k2", 0, "message"), second::complete);
    assertThat(second.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.BROKEN);
    assertThat(fatal.get(PATIENCE, TimeUnit.SECONDS)).contains("nothing is acknowledged any more");
    assertThat(journal.ready()).isFalse();

    try (Journal next = open()) {
      assertThat(next.read(new ConversationId("a"))).hasSize(1);
      CompletableFuture<Outcome> again = new CompletableFuture<>();
      next.append(entry("a", 2, "k2", 0, "message"), again::complete);
      assertThat(again.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
    }
  }

  @Test
  void a_database_that_goes_away_is_noticed_while_there_is_nothing_to_keep() throws Exception {
    TestPostgres.cut(database);
    assertThat(fatal.get(PATIENCE, TimeUnit.SECONDS)).contains("nothing is acknowledged any more");
    assertThat(journal().ready()).isFalse();
  }

  @Test
  void what_people_wrote_is_in_no_message_about_a_failure() throws Exception {
    try (Connection connection = Postgres.source(database).getConnection();
        PostgresStore store = new PostgresStore(connection)) {
      Entry said = entry("a", 1, "the-key", 0, "message");
      store.keep(List.of(said));
      SQLException clash =
          catchThrowableOfType(SQLException.class, () -> store.keep(List.of(said)));
      TestPostgres.cut(database);
      SQLException lost =
          catchThrowableOfType(
              SQLException.class,
              () -> store.keep(List.of(entry("a", 2, "the-key-2", 0, "message"))));
      for (SQLException failure : List.of(clash, lost)) {
        StringWriter whole = new StringWriter();
        failure.printStackTrace(new PrintWriter(whole));
        assertThat(whole.toString()).contains("SQLSTATE").doesNotContain("the-key", "Ça va");
      }
      assertThat(store.trouble(clash)).isEqualTo(Store.Trouble.CLASH);
      assertThat(store.trouble(lost)).isEqualTo(Store.Trouble.BROKEN);
    }
  }

  @Test
  void what_the_database_cannot_hold_harms_nobody_else() throws Exception {
    CompletableFuture<Outcome> impossible = new CompletableFuture<>();
    CompletableFuture<Outcome> neighbour = new CompletableFuture<>();
    journal().append(entry("a", 1, "k\0", 0, "message"), impossible::complete);
    journal().append(entry("b", 1, "k", 0, "message"), neighbour::complete);
    assertThat(impossible.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.CLASH);
    assertThat(neighbour.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo(Outcome.DURABLE);
  }
}
