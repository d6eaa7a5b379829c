package io.souffleur.server.nlp.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.nlp.text.Scanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

  @ParameterizedTest(name = "{0} over {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "@shop no answer since Monday | CHAT | POST",
        "no answer since Monday #shop | CHAT | POST",
        "no answer since Monday | SOCIAL | POST",
        "no answer since Monday | CHAT | CONVERSATION",
        "no answer since Monday | VOICE | CALL",
        "write to me@shop.example | CHAT | CONVERSATION",
        "my order is #A12, not # 13 @ | EMAIL | CONVERSATION"
      })
  void a_post_is_known_by_its_medium_or_by_whom_or_what_it_names(
      String text, Medium medium, Register register) {
    assertThat(Register.of(Scanner.scan(text), medium)).isEqualTo(register);
  }
}
