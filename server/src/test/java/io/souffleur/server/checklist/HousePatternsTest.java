package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.text.TextPatterns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a house looks for by patterns of its own. */
class HousePatternsTest {

  private static final String RULES =
      """
      checklist: house
      version: 1
      language: fr
      media: chat
      patterns:
        order-number: {regex: ["CMD-[0-9]{6}", "[0-9]{8}[A-Z]"], by: agent}
        slogan: {words: ["café crème", "œuvre d’art"]}
      items:
        - id: gives-the-number
          norms: [D3]
          title: {fr: Donner le numéro, en: Give the number}
          why: {fr: Un numéro aide à suivre., en: A number helps to follow.}
          say: {pattern: order-number}
          due-from: closing
          examples:
            ticks: ["Votre commande CMD-123456 est partie."]
            silent: ["Votre commande CMD-12 est partie."]
        - id: no-slogan
          norms: [D31]
          title: {fr: Sans slogan, en: No slogan}
          why: {fr: Un slogan n’aide personne., en: A slogan helps nobody.}
          avoid: {pattern: [slogan, order-number], by: agent}
          examples:
            catches: ["Un CAFE CREME vous attend.", "CMD-123456"]
            silent: ["Un café vous attend."]
      """;

  private static LoadedChecklist loaded() {
    Loading loading =
        ChecklistLoader.trying(new SimpleReader())
            .load("house.yaml", RULES.getBytes(StandardCharsets.UTF_8));
    return switch (loading) {
      case Loading.Accepted(LoadedChecklist checklist) -> checklist;
      case Loading.AcceptedLibrary library -> throw new AssertionError("a library");
      case Loading.Refused(List<Problem> problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> found(String text, Author author) {
    TextPatterns patterns = loaded().checklist().patterns();
    return patterns.in(text, author).stream().map(HousePatternsTest::told).toList();
  }

  private static String told(Cue cue) {
    return cue.name().wireName()
        + " "
        + cue.value().orElse("")
        + " "
        + cue.span().start()
        + ":"
        + cue.text();
  }

  @Test
  void a_pattern_is_a_cue_whose_value_is_its_name() {
    assertThat(found("Suivez CMD-123456 ou 12345678Z.", Author.AGENT))
        .containsExactly("pattern order-number 7:CMD-123456", "pattern order-number 21:12345678Z");
  }

  @Test
  void a_ligature_may_be_typed_as_its_two_letters() {
    assertThat(found("une oeuvre d'art", Author.AGENT))
        .containsExactly("pattern slogan 4:oeuvre d'art");
    assertThat(found("une ŒUVRE D’ART", Author.AGENT))
        .containsExactly("pattern slogan 4:ŒUVRE D’ART");
  }

  @Test
  void it_is_looked_for_only_in_the_messages_of_whom_it_names() {
    assertThat(found("CMD-123456", Author.CUSTOMER)).isEmpty();
    assertThat(found("un café crème", Author.CUSTOMER))
        .containsExactly("pattern slogan 3:café crème");
  }

  @Test
  void words_are_found_whatever_their_case_accents_spaces_and_apostrophes() {
    assertThat(found("Un CAFE CREME, un Café\u00a0crème, une Œuvre d'art", Author.AGENT))
        .containsExactly(
            "pattern slogan 3:CAFE CREME",
            "pattern slogan 18:Café\u00a0crème",
            "pattern slogan 34:Œuvre d'art");
  }

  @Test
  void words_are_whole_words() {
    assertThat(found("décafé crème, café crèmerie", Author.AGENT)).isEmpty();
  }

  @Test
  void a_pattern_that_is_everywhere_is_shown_a_few_times_only() {
    assertThat(found("CMD-123456 ".repeat(1000), Author.AGENT)).hasSize(8);
  }
}
