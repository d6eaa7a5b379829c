package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
          "when",
          "each-time",
          "counts-from",
          "say",
          "avoid",
          "times",
          "not-in-a-row",
          "within",
          "due-from",
          "hint",
          "weight",
          "examples");

  /** Keys that say how something must be said, without meaning for what must not. */
  private static final List<String> ONLY_FOR_SAYING =
      List.of("times", "not-in-a-row", "within", "due-from");

  private static final String THROUGHOUT = "throughout";
  private static final String CUSTOMER = "customer";
  private static final Map<String, Applies> CUSTOMERS = Map.of("named", new Applies.Named());
  private static final Map<String, String> OTHER_CUSTOMERS =
      Map.of("known", "named", "connu", "named");
  private static final int MOST_TIMES = 100;

  private final Problems problems;
  private final Values values;
  private final RuleReader rules;
  private final CueReader cues;
  private final HintReader hints;
  private final ExampleReader examples;

  ItemReader(Problems problems, RuleReader rules, ExampleReader examples) {
    this.problems = problems;
    this.values = new Values(problems);
    this.rules = rules;
    this.cues = new CueReader(problems, rules.patterns());
    this.hints = new HintReader(problems);
    this.examples = examples;
  }

  WrittenRule read(Written written) {
    Section item = Section.open(written, "an item", KEYS, problems);
    boolean avoids = item.has("avoid");
    if (item.has("say") == avoids) {
      item.missing("an item has either “say” or “avoid”");
    }
    Requirement requirement = avoids ? avoid(item) : say(item);
    Applies applies = applies(item);
    boolean named = applies instanceof Applies.Named;
    Optional<Prompting> prompting =
        item.find("hint")
            .map(hint -> avoids ? hints.ofAvoiding(hint) : hints.ofSaying(hint, named));
    Rule.Item rule =
        new Rule.Item(
            rules.id(item),
            rules.norms(item),
            rules.title(item),
            rules.why(item),
            item.find("stage").flatMap(this::listedUnder),
            applies,
            requirement,
            prompting,
            weight(item));
    return new WrittenRule(
        rule,
        rules.enabled(item),
        examples.read(item, avoids ? "catches" : "ticks", requirement.cue().by()));
  }

  private Optional<Stage> listedUnder(Written written) {
    Map<String, Optional<Stage>> known = new LinkedHashMap<>();
    RuleReader.STAGES.forEach((name, stage) -> known.put(name, Optional.of(stage)));
    known.put(THROUGHOUT, Optional.empty());
    return values.choice(written, "stage", known, RuleReader.OTHER_STAGES).flatMap(stage -> stage);
  }

  private Applies applies(Section item) {
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
            case "when" -> when(written);
            case "each-time" -> new Applies.Once(cues.read(written), true);
            default ->
                rules
                    .stage(written)
                    .<Applies>map(Applies.FromStage::new)
                    .orElse(new Applies.Always());
          };
    }
    return applies;
  }

  private Applies when(Written written) {
    if (!(written instanceof Mapping mapping)
        || mapping.entries().stream().noneMatch(entry -> entry.key().value().equals(CUSTOMER))) {
      return new Applies.Once(cues.read(written), false);
    }
    return Section.open(written, "“when”", List.of(CUSTOMER), problems)
        .find(CUSTOMER)
        .flatMap(what -> values.choice(what, CUSTOMER, CUSTOMERS, OTHER_CUSTOMERS))
        .orElseGet(Applies.Always::new);
  }

  private Requirement avoid(Section item) {
    for (String key : ONLY_FOR_SAYING) {
      item.find(key)
          .ifPresent(
              written ->
                  problems.add(
                      written.at(), Problems.quoted(key) + " goes with “say”, not with “avoid”"));
    }
    return new Requirement.Avoid(
        cues.read(item.require("avoid").orElseThrow(), Optional.of(Author.AGENT)));
  }

  private Requirement say(Section item) {
    CueTest cue =
        item.find("say")
            .map(written -> cues.read(written, Optional.of(Author.AGENT)))
            .orElse(CueReader.STAND_IN);
    int times = number(item, "times", 1).orElse(1);
    OptionalInt notInARow = number(item, "not-in-a-row", 2);
    return new Requirement.Say(cue, times, due(item), notInARow);
  }

  private OptionalInt number(Section item, String key, int least) {
    Optional<Written> written = item.find(key);
    return written.isPresent()
        ? values.number(written.get(), least, MOST_TIMES)
        : OptionalInt.empty();
  }

  private Due due(Section item) {
    if (item.has("within") && item.has("due-from")) {
      item.missing("one of “within” and “due-from” at most");
    }
    Optional<Written> within = item.find("within");
    if (within.isPresent()) {
      return within(within.get());
    }
    Optional<Written> from = item.find("due-from");
    if (from.isEmpty() && item.has("say")) {
      item.missing(
          "by when must it be said? Write within: {messages: 2}, within: {time: 2 min} or"
              + " due-from: closing");
    }
    return new Due.FromStage(from.flatMap(rules::stage).orElse(Stage.CLOSING));
  }

  private Due within(Written written) {
    Section section =
        Section.open(written, "“within”", List.of("messages", "time", "at-risk-after"), problems);
    if (section.has("messages") == section.has("time")) {
      section.missing("“within” has either “messages” or “time”");
    }
    Optional<Written> atRisk = section.find("at-risk-after");
    Optional<Written> time = section.find("time");
    if (time.isPresent()) {
      Duration limit = values.duration(time.get()).orElse(Duration.ofMinutes(1));
      Duration risk = atRisk.flatMap(values::duration).orElse(limit.multipliedBy(3).dividedBy(4));
      if (risk.compareTo(limit) > 0) {
        tooLate(atRisk);
        risk = limit;
      }
      return new Due.Within(risk, limit);
    }
    int limit = number(section, "messages", 1).orElse(1);
    int risk =
        atRisk.isPresent() ? values.number(atRisk.get(), 0, MOST_TIMES).orElse(limit) : limit - 1;
    if (risk > limit) {
      tooLate(atRisk);
      risk = limit;
    }
    return new Due.WithinMessages(risk, limit);
  }

  private void tooLate(Optional<Written> atRisk) {
    atRisk.ifPresent(
        written -> problems.add(written.at(), "it can’t be at risk later than it is missed"));
  }

  private double weight(Section item) {
    return item.find("weight").map(written -> values.number(written, 0, 100)).stream()
        .mapToInt(number -> number.orElse(1))
        .findFirst()
        .orElse(1);
  }
}
