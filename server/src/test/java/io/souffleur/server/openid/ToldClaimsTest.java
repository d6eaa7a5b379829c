package io.souffleur.server.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldClaimsTest {
  private final ToldClaims told =
      new ToldClaims(
          Map.of(
              "name",
              "Inès",
              "blank",
              " ",
              "number",
              4,
              "alone",
              "support",
              "groups",
              List.of("support", "", 7, "leads"),
              "realm_access",
              Map.of("roles", List.of("agent")),
              "https://house.example/roles",
              List.of("admin")),
          Map.of("name", "Somebody else", "email", "ines@example.org"));

  @Test
  void the_id_token_has_the_first_word() {
    assertThat(told.text("name")).hasValue("Inès");
    assertThat(told.text("email")).hasValue("ines@example.org");
  }

  @Test
  void what_is_no_text_says_nothing() {
    assertThat(told.text("blank")).isEmpty();
    assertThat(told.text("number")).isEmpty();
    assertThat(told.text("groups")).isEmpty();
    assertThat(told.texts("number")).isEmpty();
  }

  @Test
  void lists_lose_what_is_no_text_and_one_text_is_a_list() {
    assertThat(told.texts("groups")).containsExactlyInAnyOrder("support", "leads");
    assertThat(told.texts("alone")).containsExactly("support");
    assertThat(told.texts("nothing")).isEmpty();
  }

  @Test
  void a_name_with_dots_is_a_name_first_and_then_a_path() {
    assertThat(told.texts("realm_access.roles")).containsExactly("agent");
    assertThat(told.texts("https://house.example/roles")).containsExactly("admin");
    assertThat(told.tells("realm_access.none")).isFalse();
    assertThat(told.tells("name.first")).isFalse();
  }
}
