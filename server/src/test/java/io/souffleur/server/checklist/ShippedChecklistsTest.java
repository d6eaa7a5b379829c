package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedChecklistsTest {

  @ParameterizedTest
  @CsvSource({
    "FRENCH, CHAT, fr-chat",
    "ENGLISH, CHAT, en-chat",
    "FRENCH, SOCIAL, fr-chat",
    "ENGLISH, SOCIAL, en-chat",
    "FRENCH, VOICE, fr-voice",
    "ENGLISH, VOICE, en-voice",
    "FRENCH, EMAIL, fr-email",
    "ENGLISH, EMAIL, en-email",
  })
  void every_language_and_medium_has_its_checklist(Language language, Medium medium, String name) {
    ChecklistLibrary library = ChecklistLibrary.shipped(Language.FRENCH);

    assertThat(library.choose(language, medium, Optional.of("billing")))
        .map(Checklist::name)
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({"fr-chat, en-chat", "fr-voice, en-voice", "fr-email, en-email"})
  void both_languages_have_the_same_rules_so_that_a_conversation_can_change_over(
      String french, String english) {
    assertThat(list(english).rules()).isEqualTo(list(french).rules());
  }

  @Test
  void a_rule_of_the_shipped_library_is_on_or_ready_in_every_list() {
    assertThat(ShippedChecklists.all())
        .allSatisfy(
            list ->
                assertThat(list.rules().size() + list.dormant().size())
                    .isEqualTo(
                        ShippedChecklists.all().getFirst().rules().size()
                            + ShippedChecklists.all().getFirst().dormant().size()));
  }

  private static Checklist list(String name) {
    return ChecklistLibrary.shipped(Language.FRENCH).named(name).orElseThrow();
  }
}
