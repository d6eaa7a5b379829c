package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.hint.Phrase;
import io.souffleur.server.core.hint.Variables;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.text.Acquaintance;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.LanguageEvidence;
import io.souffleur.server.core.text.MessageReader;
import io.souffleur.server.core.text.ReadingContext;
import io.souffleur.server.core.text.TextPatterns;
import io.souffleur.server.nlp.CueReader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped checklists against the reader they ship with. */
class ShippedExamplesTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 5, 12, 0);
  private static final Condition FRENCH_ONLY = new Condition.Languages(Set.of(Language.FRENCH));

  /** Their phrases without a name are for conversations in which nobody's is known. */
  private static final Set<String> NAMES_SOMEBODY = Set.of("customer-name", "self-introduction");

  private static final MessageReader READER = CueReader.shipped();

  @ParameterizedTest
  @MethodSource("names")
  void every_rule_gets_its_examples_right(String name) {
    Loading loading = ChecklistLoader.trying(READER).load(name, ShippedChecklists.content(name));

    assertThat(loading).isNotInstanceOf(Loading.Refused.class);
  }

  static List<String> names() {
    return ShippedChecklists.names();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_rule_that_looks_for_words_proves_itself_in_both_languages(Language language) {
    assertThat(written())
        .filteredOn(rule -> rule.examples().stream().anyMatch(ShippedExamplesTest::saysSomething))
        .filteredOn(rule -> !rule.rule().only().equals(FRENCH_ONLY))
        .allSatisfy(
            rule ->
                assertThat(rule.examples())
                    .as(rule.rule().id().key())
                    .filteredOn(example -> example.language() == language)
                    .extracting(Example::expected)
                    .contains(true, false));
  }

  private static boolean saysSomething(Example example) {
    return example.lines().stream().anyMatch(Example.Said.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_phrase_satisfies_the_rule_that_offers_it(Language language) {
    List<String> beside = new ArrayList<>();
    for (Rule.Item item :
        items().filter(item -> !NAMES_SOMEBODY.contains(item.id().key())).toList()) {
      if (item.requirement() instanceof Requirement.Say say) {
        phrases(item, language).stream()
            .filter(phrase -> !shows(phrase, say, language))
            .forEach(phrase -> beside.add(item.id().key() + ": " + phrase));
      }
    }
    assertThat(beside).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_phrase_breaks_a_rule_or_announces_a_wait_without_its_length(Language language) {
    List<String> breaking = new ArrayList<>();
    for (String phrase : rules().flatMap(rule -> phrases(rule, language).stream()).toList()) {
      items()
          .filter(item -> item.requirement() instanceof Requirement.Avoid)
          .filter(item -> shows(phrase, item.requirement(), language))
          .forEach(item -> breaking.add(item.id().key() + ": " + phrase));
      cues(phrase, language).stream()
          .filter(cue -> cue.name() == CueName.WAIT_NOTICE && cue.value().isEmpty())
          .forEach(cue -> breaking.add("a wait of any length: " + phrase));
    }
    assertThat(breaking).isEmpty();
  }

  private static boolean shows(String phrase, Requirement requirement, Language language) {
    return requirement.what() instanceof CueTest test
        && test.shownBy(cues(phrase, language), Author.AGENT, NOON.toLocalTime()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_length_that_a_phrase_announces_can_be_kept_by_the_clock(Language language) {
    Rule.Item wait =
        list(language).items().stream()
            .filter(item -> item.id().key().equals("wait-length"))
            .findFirst()
            .orElseThrow();

    assertThat(phrases(wait, language))
        .allSatisfy(
            phrase ->
                assertThat(cues(phrase, language))
                    .filteredOn(cue -> cue.name().wireName().equals("wait-notice"))
                    .extracting(cue -> cue.value().map(Duration::parse))
                    .containsExactly(Optional.of(Duration.ofMinutes(2))));
    assertThat(list(language).timers()).anyMatch(timer -> timer.limit() instanceof Limit.Announced);
  }

  @Test
  void a_sentence_with_a_false_friend_ticks_nothing() {
    assertThat(cues("Merci de patienter deux minutes.", Language.FRENCH))
        .extracting(cue -> cue.name().wireName())
        .doesNotContain("thanks");
  }

  private static Checklist list(Language language) {
    return ChecklistLibrary.shipped(language)
        .choose(language, Medium.CHAT, Optional.empty())
        .orElseThrow();
  }

  /** Every rule that comes with the program, on or ready. */
  private static Stream<Rule> rules() {
    return written().map(WrittenRule::rule);
  }

  private static Stream<Rule.Item> items() {
    return rules().filter(Rule.Item.class::isInstance).map(Rule.Item.class::cast);
  }

  private static Stream<WrittenRule> written() {
    return ShippedChecklists.all().stream()
        .flatMap(list -> Stream.concat(list.rules().stream(), list.dormant().stream()))
        .distinct();
  }

  private static List<String> phrases(Rule rule, Language language) {
    Variables known =
        new Variables(
            Optional.of("Camille"),
            Optional.of("Inès"),
            NOON.toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC,
            Optional.of(Duration.ofMinutes(2)),
            Optional.of("SAV"),
            Optional.of("service"));
    return rule.prompting().stream()
        .flatMap(shown -> shown.phrases().getOrDefault(language, List.<Phrase>of()).stream())
        .flatMap(phrase -> phrase.filled(known, language).stream())
        .toList();
  }

  private static List<Cue> cues(String text, Language language) {
    Customer camille =
        new Customer(
            Optional.empty(),
            Optional.of("Camille Durand"),
            Optional.of("Camille"),
            Optional.of("Durand"),
            Optional.empty(),
            Map.of());
    ReadingContext context =
        new ReadingContext(
            Author.AGENT,
            camille,
            Optional.of("Inès"),
            Medium.CHAT,
            LanguageEvidence.settledOn(language),
            Acquaintance.none(),
            NOON,
            TextPatterns.NONE);
    return READER.read(text, context).cues();
  }
}
