package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.hint.Phrase;
import io.souffleur.server.core.hint.Phrase.Part;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedTextsTest {

  private static final Pattern SPACES_FRENCH_DOES_NOT_WRITE =
      Pattern.compile("[^\\u202F][;!?%]|[^\\u00A0]:|«[^\\u00A0]|[^\\u00A0]»|\\.\\.\\.|['\"]| {2}");

  private static final Pattern MARKS_ENGLISH_DOES_NOT_WRITE =
      Pattern.compile("[\\s\\u00A0\\u202F][;:!?.,]|['\"«»]|\\.\\.\\.| {2}");

  private static final Pattern WORDS_THAT_JUDGE =
      Pattern.compile(
          "(?iU)erreur|oubli|échec|conforme|score|infraction|alerte|attention|bravo|désolée?"
              + "|forgot|mistake|fail|violation|alert");

  @Test
  void french_is_set_as_french_is() {
    assertThat(texts(Language.FRENCH))
        .hasSizeGreaterThan(60)
        .noneMatch(text -> SPACES_FRENCH_DOES_NOT_WRITE.matcher(text).find());
  }

  @Test
  void english_is_set_as_english_is() {
    assertThat(texts(Language.ENGLISH))
        .hasSizeGreaterThan(60)
        .noneMatch(text -> MARKS_ENGLISH_DOES_NOT_WRITE.matcher(text).find());
  }

  @Test
  void no_text_judges_or_guesses_a_gender() {
    assertThat(Stream.of(Language.values()).flatMap(language -> texts(language).stream()))
        .noneMatch(text -> WORDS_THAT_JUDGE.matcher(text).find());
  }

  @Test
  void a_hint_can_be_answered_with_a_phrase_in_both_languages() {
    assertThat(rules().map(Rule::prompting).flatMap(prompting -> prompting.stream()))
        .isNotEmpty()
        .allSatisfy(
            prompting -> assertThat(prompting.phrases()).containsOnlyKeys(Language.values()));
  }

  @Test
  void the_list_is_short_enough_to_be_taken_in_at_a_glance() {
    assertThat(ShippedChecklists.all())
        .extracting(LoadedChecklist::checklist)
        .allSatisfy(list -> assertThat(list.items()).hasSizeBetween(8, 12));
  }

  /** Those that are on and those that only lie ready, each once. */
  private static Stream<Rule> rules() {
    return ShippedChecklists.all().stream()
        .flatMap(list -> Stream.concat(list.rules().stream(), list.dormant().stream()))
        .map(WrittenRule::rule)
        .distinct();
  }

  private static List<String> texts(Language language) {
    return rules()
        .flatMap(
            rule ->
                Stream.concat(
                    Stream.of(rule.title(), rule.why()).map(words -> words.in(language)),
                    rule.prompting().stream().flatMap(shown -> texts(shown, language))))
        .distinct()
        .toList();
  }

  private static Stream<String> texts(Prompting prompting, Language language) {
    return Stream.concat(
        Stream.of(prompting.title(), prompting.text()).map((Words words) -> words.in(language)),
        prompting.phrases().getOrDefault(language, List.of()).stream()
            .map(ShippedTextsTest::written));
  }

  private static String written(Phrase phrase) {
    StringBuilder words = new StringBuilder();
    for (Part part : phrase.parts()) {
      words.append(
          switch (part) {
            case Part.Fixed(String fixed) -> fixed;
            case Part.Filled filled -> "X";
          });
    }
    return words.toString();
  }
}
