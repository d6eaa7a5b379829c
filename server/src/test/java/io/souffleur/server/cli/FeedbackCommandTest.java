package io.souffleur.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.audit.Deed;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rules agents contest, as a house reads it. */
class FeedbackCommandTest extends Shell {

  @BeforeEach
  void configure() throws Exception {
    write("souffleur.yaml", "data: data\nchannels:\n  - {name: chat, key: 0123456789abcdef}\n");
  }

  private void note(String... deeds) throws Exception {
    try (AuditFile audit = AuditFile.open(folder.resolve("data"))) {
      for (String deed : deeds) {
        String[] parts = deed.split("\t", -1);
        audit.note(new Deed(Instant.parse(parts[0]), "desk", parts[1], parts[2], "done"));
      }
      audit.settle();
    }
  }

  @Test
  void a_house_sees_what_waits_for_an_answer_and_what_was_followed_up() throws Exception {
    note(
        "2026-11-20T09:00:00Z\titem.contested\tfr-chat 2 greeting",
        "2026-11-21T09:00:00Z\thint.wrong\tfr-chat 2 apology",
        "2026-11-23T09:00:00Z\thint.wrong\tfr-chat 3 apology",
        "2026-11-22T09:00:00Z\titem.contested\tfr-chat 3 patience",
        "2026-11-24T09:00:00Z\tconversation.watched\tc1");
    Ran ran = run("", "feedback", "--config", "souffleur.yaml");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines())
        .containsExactly(
            "rule      checklist   in force  before  since        last    what became of it",
            "apology   fr-chat    version 3       1      1  2026-11-23  waits for an answer",
            "greeting  fr-chat    version 3       1      0  2026-11-20          followed up",
            "patience  fr-chat    version 3       1      0  2026-11-22         switched off");
    assertThat(run("", "feedback", "--json", "--config", "souffleur.yaml").out().lines())
        .containsExactly(
            "{\"checklist\":\"fr-chat\",\"rule\":\"apology\",\"version\":3,\"before\":1,\"since\":1,"
                + "\"last\":\"2026-11-23T09:00:00Z\",\"state\":\"waiting\"}",
            "{\"checklist\":\"fr-chat\",\"rule\":\"greeting\",\"version\":3,\"before\":1,\"since\":0,"
                + "\"last\":\"2026-11-20T09:00:00Z\",\"state\":\"followed-up\"}",
            "{\"checklist\":\"fr-chat\",\"rule\":\"patience\",\"version\":3,\"before\":1,\"since\":0,"
                + "\"last\":\"2026-11-22T09:00:00Z\",\"state\":\"off\"}");
  }

  @Test
  void a_house_in_which_nobody_objects_reads_so() throws Exception {
    note();
    assertThat(run("", "feedback", "--config", "souffleur.yaml").out())
        .isEqualTo("nothing was contested\n");
    assertThat(run("", "feedback", "--json", "--config", "souffleur.yaml").out()).isEmpty();
    assertThat(run("", "feedback").code()).isEqualTo(2);
  }
}
