package io.souffleur.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.audit.AuditReader;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.Coach;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.SqliteJournal;
import io.souffleur.server.lane.Forgetting;
import io.souffleur.server.nlp.CueReader;
import io.souffleur.server.privacy.Erasures;
import io.souffleur.server.privacy.Retention;
import io.souffleur.server.sealing.KeyFile;
import io.souffleur.server.sealing.MasterKey;
import io.souffleur.server.sealing.SealedJournal;
import io.souffleur.server.testing.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ninety days after its end, a conversation's words are gone, and what was seen in them isn't. */
class ForgottenTextTest {
  private static final FatalHandler FATAL =
      (reason, cause) -> {
        throw new AssertionError(reason, cause);
      };

  @TempDir Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  /** Lets go of what is too old at {@code now}; of how many conversations. */
  private int forget(Instant now) throws Exception {
    TestClock clock = new TestClock(now);
    KeyFile keys = KeyFile.open(data(), MasterKey.of(Optional.empty(), data()));
    MessageReader reader = CueReader.shipped();
    Coaching coaching =
        new Coaching(
            new Coach(ChecklistLibrary.shipped(Language.FRENCH)), reader, Optional.empty());
    try (SealedJournal journal =
            SealedJournal.over(SqliteJournal.open(data(), FATAL), keys, FATAL);
        AuditFile audit = AuditFile.open(data());
        Retention retention =
            new Retention(
                journal,
                new Erasures(journal, keys, audit, clock),
                audit,
                clock,
                new Privacy.Retention(
                    Optional.of(Period.ofDays(90)), Optional.empty(), Optional.empty()),
                entries -> Forgetting.of(entries, coaching),
                () -> false)) {
      int done = retention.run();
      audit.settle();
      return done;
    }
  }

  @Test
  void the_words_are_in_no_file_and_no_copy_and_all_else_is_as_it_was() throws Exception {
    String coached;
    Instant end;
    try (PlantedTalk talk = new PlantedTalk(data(), Privacy.Words.KEEP)) {
      talk.begins();
      talk.ends();
      coached = talk.coaching();
      end = talk.now();
      assertThat(talk.asked("m1")).contains(PlantedTalk.SAID.get(1));
    }
    assertThat(forget(PlantedTalk.START.plus(Duration.ofDays(90)))).isZero();
    Path before = Files.createDirectories(folder.resolve("before"));
    OpenedStore.dump(data(), before);
    assertThat(PlantedWords.in(before)).containsAll(PlantedTalk.SAID.subList(8, 12));
    Path copy = Files.copy(data().resolve("journal.db"), folder.resolve("copy.db"));

    assertThat(forget(PlantedTalk.START.plus(Duration.ofDays(91)))).isEqualTo(1);
    assertThat(forget(PlantedTalk.START.plus(Duration.ofDays(91)))).isZero();
    assertThat(PlantedWords.in(data())).isEmpty();
    Path after = Files.createDirectories(folder.resolve("after"));
    OpenedStore.dump(data(), after);
    assertThat(PlantedWords.in(after)).containsExactlyInAnyOrderElementsOf(PlantedTalk.TOLD);
    assertThat(new AuditReader(data()).verify().faults()).isEmpty();

    try (PlantedTalk talk = new PlantedTalk(data(), Privacy.Words.KEEP, false)) {
      assertThat(talk.coaching()).contains("\"summary\"").isEqualTo(coached);
      assertThat(talk.standing()).contains("\"summary\"");
      assertThat(talk.asked("m1"))
          .contains("\"text\":\"\"", "\"forgotten\":true", "\"author\":\"customer\"");
      assertThat(
              talk.again(
                  """
                  {"type":"survey.answered","id":"s1","conversation":"c1","at":"%s",\
                  "kind":"csat","score":1,"comment":"%s"}\
                  """
                      .formatted(end, PlantedTalk.SAID.get(11))))
          .as("a channel that tells it again")
          .contains("\"ack\"");
    }
    for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
      Files.deleteIfExists(data().resolve(file));
    }
    Files.move(copy, data().resolve("journal.db"));
    assertThatThrownBy(() -> OpenedStore.dump(data(), after))
        .as("an older copy of the journal")
        .isInstanceOf(IllegalStateException.class);
    assertThat(forget(PlantedTalk.START.plus(Duration.ofDays(91)))).isZero();
  }
}
