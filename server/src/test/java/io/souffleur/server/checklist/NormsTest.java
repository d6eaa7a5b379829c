package io.souffleur.server.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.checklist.NormTable.Entry;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of norms, the shipped rules that serve them, and the page about both. */
class NormsTest {

  private static final Path PAGE = Path.of("..", "docs", "norms.md");

  private final NormTable table = ShippedChecklists.norms();

  @Test
  void a_rule_names_no_norm_that_does_not_exist() {
    assertThat(rules())
        .allSatisfy(
            rule ->
                assertThat(rule.norms())
                    .as(rule.id().key())
                    .allMatch(norm -> table.find(norm).isPresent()));
  }

  @Test
  void a_norm_that_a_machine_can_judge_has_a_rule_or_says_why_not() {
    assertThat(without(Entry::asksForRule)).isEmpty();
  }

  @Test
  void every_norm_that_a_machine_can_judge_is_served_at_least_in_part() {
    Set<Norm> ruled = rules().flatMap(rule -> rule.norms().stream()).collect(Collectors.toSet());
    assertThat(table.entries())
        .filteredOn(Entry::asksForRule)
        .filteredOn(entry -> !ruled.contains(entry.norm()))
        .allSatisfy(
            entry ->
                assertThat(entry.elsewhere())
                    .as(entry.norm().number())
                    .hasValueSatisfying(
                        how -> assertThat(how).isInstanceOf(NormTable.Elsewhere.Served.class)));
  }

  @Test
  void a_norm_for_people_says_where_it_is_served_or_why_not() {
    assertThat(without(entry -> !entry.asksForRule())).isEmpty();
  }

  /** The norms with neither a rule nor a word. */
  private List<String> without(Predicate<Entry> which) {
    Set<Norm> served = rules().flatMap(rule -> rule.norms().stream()).collect(Collectors.toSet());
    return table.entries().stream()
        .filter(which)
        .filter(entry -> entry.elsewhere().isEmpty())
        .map(Entry::norm)
        .filter(norm -> !served.contains(norm))
        .map(Norm::number)
        .toList();
  }

  @Test
  void numbers_are_counted_without_a_gap_in_each_source() {
    assertThat(table.entries()).hasSize(146);
    Optional<Norm> last = Optional.empty();
    for (Entry entry : table.entries()) {
      String number = entry.norm().number();
      boolean first = last.isEmpty() || last.get().number().charAt(0) != number.charAt(0);
      int expected = first ? 1 : 1 + Integer.parseInt(last.get().number().substring(1));
      assertThat(number.substring(1)).as(number).isEqualTo(String.valueOf(expected));
      last = Optional.of(entry.norm());
    }
  }

  @Test
  void the_page_is_what_the_table_and_the_rules_say() throws Exception {
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
        .as("docs/norms.md is out of date; write it with: " + NormsPage.COMMAND)
        .isEqualTo(NormsPage.shipped().text());
  }

  @Test
  void mistakes_in_the_table_are_told_at_their_places() {
    Problems problems = new Problems("norms.yaml");
    String yaml =
        """
        sources: {A: {fr: Accueil, en: Welcome}}
        norms:
          - {norm: A1, kinds: [M], title: {fr: Saluer, en: Greet}}
          - {norm: A1, kinds: [M], title: {fr: Saluer, en: Greet}}
          - {norm: B1, kinds: [Q], title: {fr: Saluer, en: Greet}, served: x, not-served: y}
        """;

    RuleFileReader.written(yaml.getBytes(StandardCharsets.UTF_8), problems)
        .ifPresent(written -> new NormTableReader(problems).read(written));

    assertThat(problems.sorted())
        .extracting(Problem::toString)
        .containsExactly(
            "norms.yaml:4:12: “A1” is given twice; first in line 3",
            "norms.yaml:5:5: one of “served” and “not-served” at most",
            "norms.yaml:5:12: a norm is the letter of a source and a number, not “B1”",
            "norms.yaml:5:24: no kind “Q”. Did you mean “M”?");
  }

  private static Stream<Rule> rules() {
    return ShippedChecklists.all().stream()
        .flatMap(list -> Stream.concat(list.rules().stream(), list.dormant().stream()))
        .map(WrittenRule::rule)
        .distinct();
  }
}
