package io.souffleur.server.checklist;

import io.souffleur.server.checklist.NormTable.Elsewhere;
import io.souffleur.server.checklist.NormTable.Entry;
import io.souffleur.server.checklist.NormTable.Kind;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/norms.md}: which norm is served by which rules, and which of these are on. */
public final class NormsPage {

  /** How the page is written anew. */
  public static final String COMMAND = "server/bin/souffleur norms > docs/norms.md";

  private final NormTable table;
  private final List<LoadedChecklist> lists;

  /** The page of {@code table}, served by the rules of {@code lists}. */
  public NormsPage(NormTable table, List<LoadedChecklist> lists) {
    this.table = table;
    this.lists = List.copyOf(lists);
  }

  /** The page of what comes with the program. */
  public static NormsPage shipped() {
    return new NormsPage(ShippedChecklists.norms(), ShippedChecklists.all());
  }

  /** The page, in Markdown; ends with a new line. */
  public String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Norms: what is asked of a service, and which rule serves it

        Each norm has a number: the letter of its source, and its place there. Rules name the norms they
        serve, and so do items and timers on the wire. After a rule stand the shipped checklists in which
        it is on; *ready* means that it waits to be switched on
        ([checklists.md](checklists.md#libraries-one-rule-one-place)).

        Who can judge a norm: **M** the machine, on one message; **C** the machine, on a conversation;
        **T** a timer, or a figure over time; **P** people; **A** whoever writes the rules; **X** nobody
        who only reads or listens.

        """);
    page.append(counts()).append('\n');
    table
        .sources()
        .forEach(
            (letter, title) -> {
              page.append("\n## ").append(letter).append(". ").append(title.english());
              page.append("\n\n| norm | asks | kind | served by |\n| --- | --- | --- | --- |\n");
              table.entries().stream()
                  .filter(entry -> entry.norm().number().charAt(0) == letter)
                  .forEach(entry -> page.append(row(entry)));
            });
    page.append("\nThis page is written by `").append(COMMAND).append("`.\n");
    return page.toString();
  }

  private String counts() {
    long machine = table.entries().stream().filter(Entry::asksForRule).count();
    long ruled =
        table.entries().stream()
            .filter(Entry::asksForRule)
            .filter(entry -> !rules(entry.norm()).isEmpty())
            .count();
    long otherwise =
        table.entries().stream()
            .filter(Entry::asksForRule)
            .filter(entry -> rules(entry.norm()).isEmpty())
            .filter(
                entry -> entry.elsewhere().filter(Elsewhere.Served.class::isInstance).isPresent())
            .count();
    return "Of %d norms a machine can judge %d; %d of these have a rule, %d are served otherwise."
        .formatted(table.entries().size(), machine, ruled, otherwise);
  }

  private String row(Entry entry) {
    String kinds = entry.kinds().stream().map(Kind::letter).collect(Collectors.joining(" "));
    List<String> served = new ArrayList<>();
    rules(entry.norm()).forEach((rule, on) -> served.add("`" + rule.key() + "` (" + on + ")"));
    entry
        .elsewhere()
        .ifPresent(
            elsewhere ->
                served.add(
                    switch (elsewhere) {
                      case Elsewhere.Served(String where) -> where;
                      case Elsewhere.NotServed(String why) ->
                          (served.isEmpty() ? "*Not served.* " : "*In part.* ") + why;
                    }));
    return "| %s | %s | %s | %s |\n"
        .formatted(
            entry.norm().number(), entry.title().english(), kinds, String.join("<br>", served));
  }

  /** The rules that name {@code norm}, each with the checklists in which it is on. */
  private Map<RuleId, String> rules(Norm norm) {
    Map<RuleId, Set<String>> names = new LinkedHashMap<>();
    for (LoadedChecklist list : lists) {
      serving(list.rules(), norm).forEach(id -> at(names, id).add(list.checklist().name()));
    }
    for (LoadedChecklist list : lists) {
      serving(list.dormant(), norm).forEach(id -> at(names, id));
    }
    Map<RuleId, String> rules = new LinkedHashMap<>();
    names.forEach((id, on) -> rules.put(id, on.isEmpty() ? "*ready*" : joined(on)));
    return rules;
  }

  private static Stream<RuleId> serving(List<WrittenRule> rules, Norm norm) {
    return rules.stream()
        .map(WrittenRule::rule)
        .filter(rule -> rule.norms().contains(norm))
        .map(Rule::id);
  }

  private static Set<String> at(Map<RuleId, Set<String>> names, RuleId id) {
    return names.computeIfAbsent(id, none -> new LinkedHashSet<>());
  }

  /** The names of checklists; one that exists in every language is named once, without it. */
  private static String joined(Set<String> names) {
    Set<String> shown = new LinkedHashSet<>();
    for (String name : names) {
      String rest = name.substring(name.indexOf('-') + 1);
      boolean everywhere =
          Arrays.stream(Language.values())
              .allMatch(language -> names.contains(language.tag() + "-" + rest));
      shown.add(everywhere ? rest : name);
    }
    return String.join(", ", shown);
  }
}
