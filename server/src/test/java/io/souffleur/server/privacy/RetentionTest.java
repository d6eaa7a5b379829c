package io.souffleur.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.journal.Wordless;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.testing.TestClock;
import io.souffleur.wire.ConversationKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

  private static final Instant START = Instant.parse("2026-01-31T09:00:00Z");
  private static final FatalHandler FATAL =
      (reason, cause) -> {
        throw new AssertionError(reason, cause);
      };

  @TempDir Path folder;

  private final TestClock clock = new TestClock(START);
  private final AtomicBoolean busy = new AtomicBoolean();
  private SealedJournal journal;
  private AuditFile audit;
  private Retention retention;
  private Holds holds;

  @BeforeEach
  void open() throws Exception {
    KeyFile keys = KeyFile.open(folder, MasterKey.of(Optional.empty(), folder));
    journal = SealedJournal.over(SqliteJournal.open(folder, FATAL), keys, FATAL);
    audit = AuditFile.open(folder);
    Erasures erasures = new Erasures(journal, keys, audit, clock);
    holds = erasures.holds();
    retention =
        new Retention(
            journal,
            erasures,
            audit,
            clock,
            new Privacy.Retention(
                Optional.of(Period.ofDays(90)),
                Optional.of(Period.ofMonths(13)),
                Optional.of(Period.ofMonths(24))),
            RetentionTest::withoutWords,
            busy::get);
  }

  @AfterEach
  void close() {
    retention.close();
    audit.close();
    journal.close();
  }

  private void keep(String conversation, long position, String kind) throws Exception {
    CompletableFuture<Object> kept = new CompletableFuture<>();
    journal.append(
        new Entry(
            new ConversationId(conversation),
            position,
            Origin.CHANNEL,
            "k" + position,
            0,
            kind,
            clock.instant(),
            "{}"),
        kept::complete);
    kept.get(10, TimeUnit.SECONDS);
  }

  private static List<Entry> withoutWords(List<Entry> entries) {
    return entries.stream()
        .map(one -> one.with("{\"a\":0}", List.of(), Optional.of(Wordless.NOTHING)))
        .toList();
  }

  private String bodies(String conversation) {
    return journal.read(new ConversationId(conversation)).stream()
        .map(Entry::body)
        .collect(Collectors.joining());
  }

  private boolean isKept(String conversation) {
    return journal.keeps(new ConversationId(conversation));
  }

  @Test
  void a_conversation_goes_thirteen_months_after_its_end_and_not_before() throws Exception {
    keep("open", 1, Entry.STARTED);
    keep("ended", 1, Entry.STARTED);
    keep("ended", 2, Entry.ENDED);
    clock.set(Instant.parse("2027-02-28T09:00:00Z"));
    retention.run();
    assertThat(isKept("ended")).isTrue();
    clock.set(Instant.parse("2027-03-01T09:00:00Z"));
    assertThat(retention.run()).isEqualTo(1);
    assertThat(isKept("ended")).isFalse();
    assertThat(isKept("open")).isTrue();
    assertThat(retention.run()).isZero();
  }

  @Test
  void what_is_held_stays_whatever_its_time_and_what_comes_after_it_goes() throws Exception {
    int many = Retention.BATCH + 1;
    for (int i = 0; i < many; i++) {
      keep("held" + i, 1, Entry.STARTED);
      keep("held" + i, 2, Entry.ENDED);
      holds.place(new Subject.Conversation(new ConversationKey("held" + i)), "test");
    }
    clock.set(START.plusSeconds(1));
    keep("ended", 1, Entry.STARTED);
    keep("ended", 2, Entry.ENDED);
    clock.set(Instant.parse("2028-01-01T09:00:00Z"));
    assertThat(retention.run()).isEqualTo(1);
    assertThat(isKept("ended")).isFalse();
    assertThat(isKept("held7")).isTrue();
    holds.all().forEach(hold -> holds.lift(hold.id(), "test"));
    assertThat(retention.run()).isEqualTo(many);
  }

  @Test
  void words_go_ninety_days_after_the_end_and_the_rest_stays() throws Exception {
    int many = Retention.SMALL_BATCH + 1;
    for (int i = 0; i < many; i++) {
      keep("c" + i, 1, Entry.STARTED);
      keep("c" + i, 2, Entry.ENDED);
    }
    keep("open", 1, Entry.STARTED);
    holds.place(new Subject.Conversation(new ConversationKey("c7")), "test");
    clock.set(START.plus(Duration.ofDays(90)));
    assertThat(retention.run()).isZero();
    clock.set(START.plus(Duration.ofDays(91)));
    busy.set(true);
    assertThat(retention.run()).isZero();
    busy.set(false);
    assertThat(retention.run()).isEqualTo(many - 1);
    assertThat(bodies("c8")).isEqualTo("{\"a\":0}{\"a\":0}");
    assertThat(bodies("c7")).isEqualTo("{}{}");
    assertThat(bodies("open")).isEqualTo("{}");
    assertThat(retention.run()).isZero();
    holds.all().forEach(hold -> holds.lift(hold.id(), "test"));
    assertThat(retention.run()).isEqualTo(1);
    audit.settle();
    assertThat(new AuditReader(folder).verify().faults()).isEmpty();
  }

  @Test
  void it_waits_while_there_is_much_else_to_do() throws Exception {
    keep("ended", 1, Entry.STARTED);
    keep("ended", 2, Entry.ENDED);
    clock.set(Instant.parse("2028-01-01T09:00:00Z"));
    busy.set(true);
    assertThat(retention.run()).isZero();
    busy.set(false);
    assertThat(retention.run()).isEqualTo(1);
  }

  @Test
  void many_go_in_batches_and_the_account_of_it_goes_in_its_time() throws Exception {
    int many = Retention.BATCH + 1;
    for (int i = 0; i < many; i++) {
      keep("c" + i, 1, Entry.STARTED);
      keep("c" + i, 2, Entry.ENDED);
    }
    clock.set(Instant.parse("2028-01-01T09:00:00Z"));
    assertThat(retention.run()).isEqualTo(many);
    audit.settle();
    clock.set(Instant.parse("2031-01-01T09:00:00Z"));
    retention.run();
    assertThat(audit.forget(clock.instant())).isZero();
    assertThat(new AuditReader(folder).verify().faults()).isEqualTo(List.of());
  }
}
