package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.text.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedChecklistsTest {

  @Test
  void a_chat_in_each_language_has_its_checklist() {
    ChecklistLibrary library = ChecklistLibrary.shipped(Language.FRENCH);

    assertThat(library.choose(Language.FRENCH, Medium.CHAT, Optional.empty()))
        .map(Checklist::name)
        .contains("fr-chat");
    assertThat(library.choose(Language.ENGLISH, Medium.SOCIAL, Optional.of("billing")))
        .map(Checklist::name)
        .contains("en-chat");
  }

  @Test
  void both_languages_have_the_same_rules_so_that_a_conversation_can_change_over() {
    List<Checklist> lists =
        ShippedChecklists.all().stream().map(LoadedChecklist::checklist).toList();

    assertThat(lists.get(1).items()).isEqualTo(lists.get(0).items());
    assertThat(lists.get(1).timers()).isEqualTo(lists.get(0).timers());
  }
}
