package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static Body read(String text) throws RefusedException {
    return Body.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void texts_flags_and_lists_are_told_from_nothing() throws Exception {
    Body body = read("{\"a\":\"é\",\"b\":true,\"c\":[\"x\",\"y\"],\"d\":null,\"e\":[]}");
    assertThat(body.text("a")).isEqualTo("é");
    assertThat(body.flag("b")).hasValue(true);
    assertThat(body.texts("c")).hasValue(List.of("x", "y"));
    assertThat(body.says("d")).isTrue();
    assertThat(body.optional("d")).isEmpty();
    assertThat(body.texts("e")).hasValue(List.of());
    assertThat(body.says("f")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{", "{}{}", "{\"a\":\"\u0001\"}", "{\"a\":1,\"a\":2}", "\"x\""})
  void anything_but_one_object_is_refused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "{\"a\":{}}", "{\"a\":[7]}", "{\"a\":[true]}"})
  void other_kinds_of_values_are_refused_with_the_field(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.field()).hasValue("a"));
  }

  @Test
  void a_list_is_not_endless() {
    assertThatThrownBy(() -> read("{\"a\":[" + "\"x\",".repeat(256) + "\"x\"]}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("256");
  }

  @Test
  void bytes_are_utf_8_and_nothing_else() {
    byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] wide = "{\"a\":\"e\"}".getBytes(StandardCharsets.UTF_16BE);
    assertThatThrownBy(() -> Body.read(latin)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Body.read(wide)).isInstanceOf(RefusedException.class);
  }

  /** Whatever the bytes: a body, or a refusal for a person. */
  @FuzzTest
  void any_bytes_are_read_or_refused(byte @NotNull [] bytes) {
    try {
      Body body = Body.read(bytes);
      for (String name : List.of("login", "password", "roles", "disabled")) {
        ask(body, name);
      }
    } catch (RefusedException e) {
      assertThat(e.reason()).isNotBlank();
      assertThat(e.code()).isIn(Code.NOT_JSON, Code.INVALID_FIELD);
    }
  }

  private static void ask(Body body, String name) throws RefusedException {
    if (body.optional(name).isPresent()) {
      assertThat(body.text(name)).isNotNull();
    }
    assertThat(body.texts(name).orElseGet(List::of)).hasSizeLessThanOrEqualTo(256);
  }
}
