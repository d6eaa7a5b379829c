package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an item: what must be said, or must not be. */
final class ItemReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "enabled",
          "stage",
          "norms",
          "title",
          "why",
          "only",
          "when",
          "each-time",
          "counts-from",
          "counts-until",
          "say",
          "avoid",
          "times",
          "at-most",
          "not-in-a-row",
          "after",
          "before",
          "within",
          "due-from",
          "hint",
          "draft",
          "weight",
          "examples");

  private static final String THROUGHOUT = "throughout";
  private static final String CUSTOMER = "customer";
  private static final Map<String, Condition> CUSTOMERS =
      Map.of("named", new Condition.CustomerNamed());
  private static final Map<String, String> OTHER_CUSTOMERS =
      Map.of("known", "named", "connu", "named");

  private final Problems problems;
  private final Values values;
  private final RuleReader rules;
  private final SoughtReader sought;
  private final ConditionReader conditions;
  private final RequirementReader requirements;
  private final HintReader hints;
  private final DraftReader drafts;
  private final ExampleReader examples;

  ItemReader(Problems problems, RuleReader rules, ExampleReader examples) {
    this.problems = problems;
    this.values = new Values(problems);
    this.rules = rules;
    this.sought = new SoughtReader(problems, rules.patterns());
    this.conditions = new ConditionReader(problems, rules);
    this.requirements = new RequirementReader(problems, rules);
    this.hints = new HintReader(problems);
    this.drafts = new DraftReader(problems);
    this.examples = examples;
  }

  WrittenRule read(Written written) {
    Section item = Section.open(written, "an item", KEYS, problems);
    Requirement requirement = requirements.read(item);
    boolean avoids = requirement instanceof Requirement.Avoid;
    Condition only = only(item);
    Optional<Prompting> prompting =
        item.find("hint")
            .map(hint -> avoids ? hints.ofAvoiding(hint) : hints.ofSaying(hint, names(only)));
    Rule.Item rule =
        new Rule.Item(
            rules.id(item),
            rules.norms(item),
            rules.title(item),
            rules.why(item),
            item.find("stage").flatMap(this::listedUnder),
            only,
            applies(item, requirement),
            requirement,
            prompting,
            weight(item),
            item.find("draft").map(draft -> drafts.read(draft, avoids)));
    return new WrittenRule(
        rule,
        rules.enabled(item),
        examples.read(item, avoids ? "catches" : "ticks", SoughtReader.author(requirement.what())));
  }

  private Optional<Stage> listedUnder(Written written) {
    Map<String, Optional<Stage>> known = new LinkedHashMap<>();
    RuleReader.STAGES.forEach((name, stage) -> known.put(name, Optional.of(stage)));
    known.put(THROUGHOUT, Optional.empty());
    return values.choice(written, "stage", known, RuleReader.OTHER_STAGES).flatMap(stage -> stage);
  }

  private Condition only(Section item) {
    Condition only = conditions.of(item);
    Optional<Condition> customer =
        item.find("when").filter(ItemReader::isCustomer).map(this::customer);
    if (customer.isEmpty()) {
      return only;
    }
    return only.equals(Condition.ALWAYS)
        ? customer.get()
        : new Condition.All(List.of(customer.get(), only));
  }

  private static boolean isCustomer(Written when) {
    return when instanceof Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> entry.key().value().equals(CUSTOMER));
  }

  private Condition customer(Written when) {
    return Section.open(when, "“when”", List.of(CUSTOMER), problems)
        .find(CUSTOMER)
        .flatMap(what -> values.choice(what, CUSTOMER, CUSTOMERS, OTHER_CUSTOMERS))
        .orElse(Condition.ALWAYS);
  }

  /** Whether the customer's name is known wherever the condition holds. */
  private static boolean names(Condition condition) {
    return condition instanceof Condition.CustomerNamed
        || (condition instanceof Condition.All(List<Condition> all)
            && all.stream().anyMatch(ItemReader::names));
  }

  private Applies applies(Section item, Requirement requirement) {
    List<String> given =
        List.of("when", "each-time", "counts-from").stream().filter(item::has).toList();
    if (given.size() > 1) {
      item.missing("one of " + String.join(", ", given) + " at most: they exclude each other");
    }
    Applies applies = new Applies.Always();
    for (String key : given) {
      Written written = item.require(key).orElseThrow();
      applies =
          switch (key) {
            case "when" ->
                isCustomer(written)
                    ? new Applies.Always()
                    : new Applies.Once(sought.read(written), false);
            case "each-time" -> new Applies.Once(sought.read(written), true);
            default -> from(written, requirement);
          };
    }
    return applies;
  }

  private Applies from(Written written, Requirement requirement) {
    Optional<Stage> from = rules.stage(written);
    if (from.isEmpty()) {
      return new Applies.Always();
    }
    if (requirement.until().isPresent() && requirement.until().get().compareTo(from.get()) < 0) {
      problems.add(written.at(), "“counts-until” names an earlier stage than “counts-from”");
    }
    return new Applies.FromStage(from.get());
  }

  private double weight(Section item) {
    return item.find("weight").map(written -> values.number(written, 0, 100)).stream()
        .mapToInt(number -> number.orElse(1))
        .findFirst()
        .orElse(1);
  }
}
