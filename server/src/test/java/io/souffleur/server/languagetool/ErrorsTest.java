package io.souffleur.server.languagetool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.souffleur.server.core.cue.Misspelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

  private static final String TEXT = "Je vous envoi l’etiquette.";

  private static List<Misspelling> read(String answer) throws IOException {
    return Errors.read(answer.getBytes(StandardCharsets.UTF_8), TEXT);
  }

  private static String match(int offset, int length, String kind, String replacements) {
    return match(offset, length, kind, "C", replacements);
  }

  private static String match(
      int offset, int length, String kind, String category, String replacements) {
    return """
    {"message": "…", "offset": %d, "length": %d, "replacements": [%s],
     "context": {"text": "…", "offset": 8, "length": 5},
     "rule": {"id": "X", "issueType": "%s", "category": {"id": "%s", "name": "N"}}}
    """
        .formatted(offset, length, replacements, kind, category);
  }

  private static String answer(String... matches) {
    return "{\"software\": {\"name\": \"LanguageTool\"}, \"matches\": ["
        + String.join(",", matches)
        + "], \"language\": {\"code\": \"fr\"}}";
  }

  @Test
  void errors_of_spelling_and_grammar_come_with_the_best_replacements() throws IOException {
    assertThat(
            read(
                answer(
                    match(8, 5, "grammar", "{\"value\": \"envoie\"}, {\"value\": \"envois\"}"),
                    match(16, 9, "misspelling", "{\"value\": \"étiquette\", \"x\": {}}"))))
        .extracting(Misspelling::text, Misspelling::replacements)
        .containsExactly(
            Tuple.tuple("envoi", List.of("envoie", "envois")),
            Tuple.tuple("etiquette", List.of("étiquette")));
  }

  @Test
  void of_many_replacements_the_first_ones_are_offered() throws IOException {
    String many = "{\"value\": \"a\"}, {\"value\": \" \"}, {\"value\": \"b\"}";
    assertThat(read(answer(match(8, 5, "misspelling", many + ", " + many))))
        .extracting(Misspelling::replacements)
        .containsExactly(List.of("a", "b", "a"));
  }

  @Test
  void what_rules_do_not_say_of_themselves_their_category_says() throws IOException {
    assertThat(
            read(
                answer(
                    match(8, 5, "uncategorized", "CAT_GRAMMAIRE", ""),
                    match(0, 2, "uncategorized", "CAT_TOURS_CRITIQUES", ""))))
        .extracting(Misspelling::text)
        .containsExactly("envoi");
  }

  @Test
  void style_and_typography_are_none_of_ours() throws IOException {
    assertThat(read(answer(match(0, 2, "style", ""), match(0, 2, "typographical", "")))).isEmpty();
  }

  @Test
  void what_lies_outside_the_text_or_changes_nothing_is_passed_over() throws IOException {
    String same = match(8, 5, "grammar", "{\"value\": \"envoi\"}");
    assertThat(
            read(
                answer(
                    match(20, 9, "grammar", ""),
                    match(-1, 3, "grammar", ""),
                    match(3, Integer.MAX_VALUE, "grammar", ""),
                    match(3, 0, "grammar", ""),
                    same)))
        .extracting(Misspelling::text, Misspelling::replacements)
        .containsExactly(Tuple.tuple("envoi", List.of()));
  }

  @Test
  void a_text_full_of_errors_is_not_told_them_all() throws IOException {
    String[] many = new String[Errors.MOST + 5];
    Arrays.fill(many, match(8, 5, "grammar", ""));
    assertThat(read(answer(many))).hasSize(Errors.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Error: too many requests", "[]", "{}", "{\"matches\": [{", "nul"})
  void what_is_no_answer_is_refused(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
  }

  @FuzzTest
  void bytes_are_errors_within_the_text_or_refused(FuzzedDataProvider data) {
    String text = data.consumeString(64);
    try {
      for (Misspelling error : Errors.read(data.consumeRemainingAsBytes(), text)) {
        assertThat(error.text())
            .isEqualTo(text.substring(error.span().start(), error.span().end()));
      }
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
