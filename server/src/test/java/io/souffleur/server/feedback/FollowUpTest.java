package io.souffleur.server.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.audit.Deed;
import io.souffleur.server.checklist.ChecklistLibrary;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.feedback.FollowUp.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objections of agents, before and since the version in force; that of fr-chat is 3. */
class FollowUpTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T13:00:00Z");

  private final FollowUp followUp = new FollowUp(ChecklistLibrary.shipped(Language.FRENCH)::named);

  private void objection(int hours, String checklist, int version, String rule) {
    followUp.add(
        new Objection(
            MONDAY.plusSeconds(hours * 3600L),
            Objection.Kind.HINT_WRONG,
            checklist,
            version,
            rule));
  }

  private static FollowUp.Row row(
      String checklist, String rule, int version, long before, long since, int last, State state) {
    return new FollowUp.Row(
        checklist,
        rule,
        version == 0 ? Optional.empty() : Optional.of(version),
        before,
        since,
        MONDAY.plusSeconds(last * 3600L),
        state);
  }

  @Test
  void what_was_contested_before_the_version_in_force_is_followed_up_and_the_rest_waits() {
    objection(1, "fr-chat", 2, "apology");
    objection(3, "fr-chat", 3, "apology");
    objection(2, "fr-chat", 3, "apology");
    objection(0, "fr-chat", 1, "greeting");
    objection(4, "fr-chat", 2, "greeting");
    objection(0, "fr-chat", 3, "response");
    assertThat(followUp.rows())
        .containsExactly(
            row("fr-chat", "apology", 3, 1, 2, 3, State.WAITING),
            row("fr-chat", "response", 3, 0, 1, 0, State.WAITING),
            row("fr-chat", "greeting", 3, 2, 0, 4, State.FOLLOWED_UP));
  }

  @Test
  void a_rule_that_is_not_on_any_more_waits_for_nothing() {
    objection(0, "fr-chat", 3, "patience");
    objection(1, "gone", 3, "apology");
    assertThat(followUp.rows())
        .containsExactly(
            row("fr-chat", "patience", 3, 1, 0, 0, State.OFF),
            row("gone", "apology", 0, 1, 0, 1, State.OFF));
  }

  @Test
  void an_objection_comes_back_from_the_account_as_it_was_noted() {
    for (Objection.Kind kind : Objection.Kind.values()) {
      Objection objection = new Objection(MONDAY, kind, "fr-chat", 3, "apology");
      assertThat(Objection.of(objection.deed())).contains(objection);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conversation.watched, fr-chat 3 apology",
    "hint.wrong, fr-chat apology",
    "hint.wrong, fr-chat 0 apology",
    "hint.wrong, fr-chat 99999999999 apology",
    "hint.wrong, fr-chat 3 apology again"
  })
  void other_rows_of_the_account_are_no_objections(String what, String about) {
    assertThat(
            List.of(new Deed(MONDAY, "desk", what, about, "done")).stream()
                .flatMap(deed -> Objection.of(deed).stream()))
        .isEmpty();
  }
}
