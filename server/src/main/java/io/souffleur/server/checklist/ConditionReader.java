package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.text.Language;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what must hold for a rule to apply: keys that must all hold, some of which hold further
 * ones: {@code {media: [chat], any: [{stage: solving}, {said: {cue: complaint, by: customer}}]}}.
 */
final class ConditionReader {

  private static final String ONLY = "only";
  private static final List<String> KEYS =
      List.of(
          "media",
          "queues",
          "languages",
          "customer",
          "hours",
          "days",
          "stage",
          "said",
          "not-said",
          "any",
          "all",
          "not");

  private final Problems problems;
  private final Values values;
  private final WeekReader week;
  private final RuleReader rules;
  private final SoughtReader sought;

  ConditionReader(Problems problems, RuleReader rules) {
    this.problems = problems;
    this.values = new Values(problems);
    this.week = new WeekReader(problems);
    this.rules = rules;
    this.sought = new SoughtReader(problems, rules.patterns());
  }

  /** What must hold for {@code rule}; always, where it says nothing. */
  Condition of(Section rule) {
    return rule.find(ONLY).map(written -> read(written, "“only”")).orElse(Condition.ALWAYS);
  }

  private Condition read(Written written, String what) {
    Section section = Section.open(written, what, KEYS, problems);
    List<Condition> all = new ArrayList<>();
    for (String key : KEYS) {
      section.find(key).ifPresent(value -> all.add(one(key, value)));
    }
    if (all.isEmpty()) {
      section.missing(what + " names no condition. It has: " + String.join(", ", KEYS));
    }
    return all.size() == 1 ? all.getFirst() : new Condition.All(all);
  }

  private Condition one(String key, Written value) {
    return switch (key) {
      case "media" -> new Condition.Media(media(value));
      case "queues" -> new Condition.Queues(values.oneOrMoreTexts(value));
      case "languages" -> new Condition.Languages(languages(value));
      case "customer" -> customer(value);
      case "hours" -> hours(value);
      case "days" -> new Condition.StartedOn(days(value));
      case "stage" ->
          rules.stage(value).<Condition>map(Condition.FromStage::new).orElse(Condition.ALWAYS);
      case "said" -> new Condition.Said(sought.read(value));
      case "not-said" -> new Condition.Not(new Condition.Said(sought.read(value)));
      case "any" -> new Condition.Any(each(value, "any"));
      case "all" -> new Condition.All(each(value, "all"));
      default -> new Condition.Not(read(value, "“not”"));
    };
  }

  private List<Condition> each(Written value, String key) {
    return values.list(value, Problems.quoted(key)).stream()
        .map(one -> read(one, "an entry of " + Problems.quoted(key)))
        .toList();
  }

  private Set<Medium> media(Written value) {
    Set<Medium> media = EnumSet.noneOf(Medium.class);
    for (Written one : values.oneOrMore(value)) {
      values
          .choice(one, "medium", ChecklistReader.MEDIA, ChecklistReader.OTHER_MEDIA)
          .ifPresent(media::add);
    }
    return media;
  }

  private Set<Language> languages(Written value) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (Written one : values.oneOrMore(value)) {
      values.choice(one, "language", ChecklistReader.LANGUAGES, Map.of()).ifPresent(languages::add);
    }
    return languages;
  }

  private Condition hours(Written value) {
    return values
        .text(value)
        .flatMap(week::hours)
        .<Condition>map(Condition.StartedAt::new)
        .orElse(Condition.ALWAYS);
  }

  private Set<DayOfWeek> days(Written value) {
    Set<DayOfWeek> days = new HashSet<>();
    for (Written one : values.oneOrMore(value)) {
      values.text(one).map(week::days).ifPresent(days::addAll);
    }
    return days;
  }

  private Condition customer(Written value) {
    Section section = Section.open(value, "a customer", List.of("named", "attributes"), problems);
    List<Condition> all = new ArrayList<>();
    section
        .find("named")
        .ifPresent(
            named ->
                all.add(
                    values.yesOrNo(named)
                        ? new Condition.CustomerNamed()
                        : new Condition.Not(new Condition.CustomerNamed())));
    section.find("attributes").ifPresent(attributes -> all.addAll(attributes(attributes)));
    if (all.isEmpty()) {
      section.missing("write customer: {named: true} or customer: {attributes: {segment: gold}}");
    }
    return all.size() == 1 ? all.getFirst() : new Condition.All(all);
  }

  private List<Condition> attributes(Written written) {
    if (!(written instanceof Mapping mapping)) {
      problems.add(
          written.at(),
          "attributes are written as {segment: [gold, silver]}, not " + written.kind());
      return List.of();
    }
    List<Condition> all = new ArrayList<>();
    for (Written.Entry entry : mapping.entries()) {
      Optional<Text> name = values.text(entry.key());
      Set<String> any = values.oneOrMoreTexts(entry.value());
      name.ifPresent(key -> all.add(new Condition.CustomerIs(key.value(), any)));
    }
    return all;
  }
}
