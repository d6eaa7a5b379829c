package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Sought;
import java.util.List;
import java.util.Map;

/** Reads a figure: what is counted for the summary. */
final class FigureReader {

  static final String COUNTS = "counts";

  private static final List<String> KEYS =
      List.of("id", "enabled", "norms", "only", "title", "why", "count", "examples");
  private static final String MESSAGES_BY = "messages-by";

  private final Problems problems;
  private final Values values;
  private final RuleReader rules;
  private final SoughtReader sought;
  private final ConditionReader conditions;
  private final ExampleReader examples;

  FigureReader(Problems problems, RuleReader rules, ExampleReader examples) {
    this.problems = problems;
    this.values = new Values(problems);
    this.rules = rules;
    this.sought = new SoughtReader(problems, rules.patterns());
    this.conditions = new ConditionReader(problems, rules);
    this.examples = examples;
  }

  WrittenRule read(Written written) {
    Section figure = Section.open(written, "a figure", KEYS, problems);
    Counted counts =
        figure.require("count").map(this::counted).orElse(new Counted.Times(CueReader.STAND_IN));
    Rule.Figure rule =
        new Rule.Figure(
            rules.id(figure),
            rules.norms(figure),
            rules.title(figure),
            rules.why(figure),
            conditions.of(figure),
            counts);
    return new WrittenRule(rule, rules.enabled(figure), examples(figure, counts));
  }

  private Counted counted(Written written) {
    if (!(written instanceof Mapping mapping)
        || mapping.entries().stream().noneMatch(entry -> entry.key().value().equals(MESSAGES_BY))) {
      return new Counted.Times(sought.read(written));
    }
    return Section.open(written, "“count”", List.of(MESSAGES_BY), problems)
        .find(MESSAGES_BY)
        .flatMap(by -> values.choice(by, "author", CueReader.AUTHORS, Map.of()))
        .<Counted>map(Counted.MessagesBy::new)
        .orElse(new Counted.MessagesBy(Author.AGENT));
  }

  /** Words need examples; an event or anybody's message is what it is. */
  private List<Example> examples(Section figure, Counted counts) {
    boolean words =
        switch (counts) {
          case Counted.Times(Sought what) -> what instanceof CueTest;
          case Counted.MessagesBy by -> false;
        };
    return words || figure.has("examples")
        ? examples.read(figure, COUNTS, author(counts))
        : List.of();
  }

  private static Author author(Counted counts) {
    return switch (counts) {
      case Counted.Times(Sought what) -> SoughtReader.author(what);
      case Counted.MessagesBy(Author author) -> author;
    };
  }
}
