package io.souffleur.server.contract;

import static io.souffleur.server.core.testing.ItemBuilder.avoid;
import static io.souffleur.server.core.testing.ItemBuilder.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.Coach;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.testing.House;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Span;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a desk is told of an unsent answer; {@link NamedCues} reads it. */
class DraftFindingsTest {

  private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  private static final Talk TALK = new Talk("a");

  private static List<DeskReply.Finding> found(String draft, Rule... rules) {
    return found(draft, Optional.empty(), rules);
  }

  private static List<DeskReply.Finding> found(
      String draft, Optional<Language> desk, Rule... rules) {
    return found(draft, desk, List.of(), rules);
  }

  private static List<DeskReply.Finding> found(
      String draft, Optional<Language> desk, List<Misspelling> errors, Rule... rules) {
    Coaching coaching = new Coaching(new Coach(House.of(rules)), new NamedCues(), Optional.empty());
    State state = coaching.start(TALK.starts(START), START).state();
    state = coaching.step(state, TALK.customer("c1", START, "Hm"), START).state();
    state = coaching.step(state, TALK.agent("a1", START, "restatement"), START).state();
    return coaching
        .draft(state, new ConversationKey("a"), draft, 1, START, desk, List.of(), errors)
        .findings();
  }

  /** The draft once the first replacement of the only finding is in. */
  private static String mended(String draft, CueName cue) {
    List<DeskReply.Finding> findings = found(draft, avoid("it", cue).build());
    assertThat(findings).hasSize(1);
    DeskReply.Finding finding = findings.getFirst();
    return draft.substring(0, finding.start())
        + finding.replacements().getFirst()
        + draft.substring(finding.end());
  }

  private static Rule[] avoiding(CueName... cues) {
    return Arrays.stream(cues).map(cue -> avoid(cue.wireName(), cue).build()).toArray(Rule[]::new);
  }

  @Test
  void the_most_serious_comes_first_then_what_stands_first() {
    assertThat(
            found(
                "jargon:x blame wrong-name shouting",
                avoid("jargon", CueName.JARGON).missed(Severity.NUDGE).build(),
                avoid("shouting", CueName.SHOUTING).missed(Severity.PROMPT).build(),
                avoid("blame", CueName.BLAME).missed(Severity.PROMPT).build(),
                avoid("name", CueName.WRONG_NAME).build()))
        .extracting(finding -> finding.severity() + " " + finding.item().orElseThrow())
        .containsExactly("URGENT name", "PROMPT blame", "PROMPT shouting", "NUDGE jargon");
  }

  @Test
  void data_and_another_customer_are_urgent_and_wording_is_a_nudge_unless_the_rule_says() {
    assertThat(
            found(
                "personal-data wrong-name internal-information policy-shield",
                avoiding(
                    CueName.PERSONAL_DATA,
                    CueName.WRONG_NAME,
                    CueName.INTERNAL_INFORMATION,
                    CueName.POLICY_SHIELD)))
        .extracting(DeskReply.Finding::severity)
        .map(Enum::name)
        .containsExactly("URGENT", "URGENT", "URGENT", "NUDGE");
  }

  @Test
  void the_house_has_its_own_words_severity_and_veto() {
    Words words = new Words("Pas ici", "Not here");
    Rule rule = avoid("card", CueName.PERSONAL_DATA).inDrafts(Severity.PROMPT, words, true).build();
    DeskReply.Finding french = found("personal-data", rule).getFirst();
    assertThat(french.text()).isEqualTo("Pas ici");
    assertThat(french.severity().name()).isEqualTo("PROMPT");
    assertThat(french.blocks()).isTrue();
    assertThat(french.missing()).isFalse();
    assertThat(found("personal-data", Optional.of(Language.ENGLISH), rule).getFirst().text())
        .isEqualTo("Not here");
  }

  @Test
  void without_words_of_its_own_a_finding_has_the_title_of_the_hint_or_of_the_rule() {
    assertThat(found("jargon:x", avoid("a", CueName.JARGON).missed(Severity.NUDGE).build()))
        .extracting(DeskReply.Finding::text)
        .containsExactly("Souffler a");
    assertThat(found("jargon:x", avoid("a", CueName.JARGON).build()))
        .extracting(DeskReply.Finding::text, DeskReply.Finding::blocks)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Titre de a", false));
  }

  @Test
  void what_is_missing_points_at_the_words_that_close() {
    DeskReply.Finding missing =
        found(
                "Voilà, farewell !",
                say("next-step", CueName.NEXT_STEP)
                    .dueFrom(Stage.CLOSING)
                    .atRisk(Severity.PROMPT)
                    .build())
            .getFirst();
    assertThat(missing.cue()).isEqualTo("next-step");
    assertThat("Voilà, farewell !".substring(missing.start(), missing.end())).isEqualTo("farewell");
    assertThat(missing.missing()).isTrue();
    assertThat(missing.replacements()).isEmpty();
    assertThat(missing.text()).isEqualTo("Souffler next-step");
  }

  @Test
  void one_click_leaves_a_sentence() {
    assertThat(mended("Le service d’jargon:livraison répond.", CueName.JARGON))
        .isEqualTo("Le service de livraison répond.");
    assertThat(mended("Bonjour wrong-name, ça va ?", CueName.WRONG_NAME))
        .isEqualTo("Bonjour Camille, ça va ?");
    assertThat(mended("Ici blame:voyons", CueName.BLAME)).isEqualTo("Ici voyons");
  }

  @Test
  void what_may_simply_go_may_go_and_what_needs_thought_has_no_replacement() {
    assertThat(found("emoji over-promise", avoiding(CueName.EMOJI, CueName.OVER_PROMISE)))
        .extracting(DeskReply.Finding::replacements)
        .containsExactly(List.of(""), List.of());
    assertThat(found("hard-to-read:12 blame", avoiding(CueName.HARD_TO_READ, CueName.BLAME)))
        .extracting(DeskReply.Finding::replacements)
        .containsExactly(List.of(), List.of());
  }

  @Test
  void two_rules_about_the_same_words_say_it_once() {
    assertThat(
            found(
                "jargon:x",
                avoid("mild", CueName.JARGON).missed(Severity.NUDGE).build(),
                avoid("strict", CueName.JARGON).missed(Severity.URGENT).build()))
        .extracting(finding -> finding.item().orElseThrow())
        .containsExactly("strict");
  }

  @Test
  void a_draft_that_is_all_findings_is_not_told_them_all() {
    String draft = String.join(" ", Stream.generate(() -> "jargon:x").limit(100).toList());
    assertThat(found(draft, avoiding(CueName.JARGON))).hasSize(DraftFindings.MOST);
  }

  private static Misspelling error(int start, String word, String... replacements) {
    return new Misspelling(new Span(start, start + word.length()), word, List.of(replacements));
  }

  @Test
  void an_error_of_spelling_needs_no_rule() {
    DeskReply.Finding finding =
        found("xyz", Optional.of(Language.ENGLISH), List.of(error(0, "xyz", "a", "b"))).getFirst();
    assertThat(finding.cue()).isEqualTo("spelling");
    assertThat(finding.text()).isEqualTo("Spelling or grammar to check");
    assertThat(finding.replacements()).containsExactly("a", "b");
    assertThat(finding.item()).isEmpty();
  }

  @Test
  void a_rule_about_spelling_has_the_say() {
    List<DeskReply.Finding> findings =
        found(
            "xyz",
            Optional.empty(),
            List.of(error(0, "xyz", "a", "b")),
            avoid("it", CueName.SPELLING).build());
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().item()).contains("it");
  }
}
