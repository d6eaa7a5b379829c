package io.souffleur.server.core.testing;

import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Checklists;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.TextPatterns;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A house with one checklist a language at most. */
public record House(Language fallback, Map<Language, Checklist> byLanguage) implements Checklists {

  /** The same rules in both languages; French until the language is known. */
  public static House of(Rule... rules) {
    Map<Language, Checklist> both = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      both.put(language, checklist(language, rules));
    }
    return new House(Language.FRENCH, both);
  }

  /** The same house, with other rules in one language. */
  public House with(Language language, Rule... rules) {
    Map<Language, Checklist> changed = new EnumMap<>(byLanguage);
    changed.put(language, checklist(language, rules));
    return new House(fallback, changed);
  }

  /** The same house, without rules for a language. */
  public House without(Language language) {
    Map<Language, Checklist> changed = new EnumMap<>(byLanguage);
    changed.remove(language);
    return new House(fallback, changed);
  }

  /** The same house, with these calendars. */
  public House reckoningBy(Calendars calendars) {
    Map<Language, Checklist> changed = new EnumMap<>(byLanguage);
    changed.replaceAll(
        (language, list) ->
            new Checklist(
                list.name(),
                list.version(),
                list.language(),
                list.media(),
                list.rules(),
                list.patterns(),
                calendars));
    return new House(fallback, changed);
  }

  private static Checklist checklist(Language language, Rule... rules) {
    List<Rule.Item> items =
        Stream.of(rules).filter(Rule.Item.class::isInstance).map(Rule.Item.class::cast).toList();
    List<Rule.Timer> timers =
        Stream.of(rules).filter(Rule.Timer.class::isInstance).map(Rule.Timer.class::cast).toList();
    List<Rule.Figure> figures =
        Stream.of(rules)
            .filter(Rule.Figure.class::isInstance)
            .map(Rule.Figure.class::cast)
            .toList();
    return new Checklist(
        language.tag() + "-test",
        1,
        language,
        EnumSet.allOf(Medium.class),
        new Rules(items, timers, figures, List.of()),
        TextPatterns.NONE,
        Calendars.USUAL);
  }

  @Override
  public Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue) {
    return Optional.ofNullable(byLanguage.get(language));
  }
}
