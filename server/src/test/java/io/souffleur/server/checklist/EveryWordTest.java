package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the words of {@code accepted/every-word.yaml} mean, rule by rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWordTest {

  private Checklist checklist;

  @BeforeAll
  void loads() throws IOException {
    try (InputStream in =
        EveryWordTest.class.getResourceAsStream("/checklists/accepted/every-word.yaml")) {
      Loading loading =
          ChecklistLoader.trying(new SimpleReader())
              .load("every-word.yaml", Objects.requireNonNull(in).readAllBytes());
      assertThat(loading).isInstanceOf(Loading.Accepted.class);
      checklist = ((Loading.Accepted) loading).checklist().checklist();
    }
  }

  private Rule.Item item(String id) {
    return checklist.items().stream()
        .filter(item -> item.id().key().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Requirement fromClosing(CueTest cue) {
    return new Requirement.Say(cue, 1, new Due.FromStage(Stage.CLOSING), OptionalInt.empty());
  }

  @Test
  void all_asks_for_several_cues_in_one_message() {
    assertThat(item("together").requirement())
        .isEqualTo(
            fromClosing(CueTest.of(Author.AGENT, CueName.GREETING, CueName.APOLOGY).allTogether()));
  }

  @Test
  void value_asks_for_a_cue_with_one_of_these_values() {
    assertThat(item("valued").requirement())
        .isEqualTo(fromClosing(CueTest.of(Author.AGENT, CueName.GREETING).withValue("evening")));
  }

  @Test
  void a_rule_that_is_not_enabled_lies_ready_and_judges_nothing() {
    assertThat(checklist.items()).noneMatch(item -> item.id().key().startsWith("asleep"));
    assertThat(checklist.timers()).isEmpty();
    assertThat(checklist.dormant())
        .extracting(rule -> rule.id().key())
        .containsExactly("asleep", "asleep-too");
    assertThat(((Rule.Item) checklist.dormant().getFirst()).requirement())
        .isEqualTo(
            new Requirement.Avoid(
                CueTest.of(Author.AGENT, CueName.JARGON).withValue("boîtier", "écran")));
  }
}
