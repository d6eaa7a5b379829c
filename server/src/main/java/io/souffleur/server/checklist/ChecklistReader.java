package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.TextPatterns;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a whole checklist from what its author wrote. */
final class ChecklistReader {

  private static final List<String> KEYS =
      List.of("checklist", "version", "language", "media", "queues", "patterns", "items", "timers");

  private static final int HIGHEST_VERSION = 999_999;
  private static final Map<String, Language> LANGUAGES = languages();
  private static final Map<String, Medium> MEDIA = media();

  private final String file;
  private final Problems problems;
  private final Values values;

  ChecklistReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** The checklist; empty when there is a problem. */
  Optional<LoadedChecklist> read(Written written) {
    Section section = Section.open(written, "a checklist", KEYS, problems);
    Optional<Text> name = section.require("checklist").flatMap(values::text);
    name.ifPresent(this::checkName);
    int version =
        section
            .require("version")
            .map(number -> values.number(number, 1, HIGHEST_VERSION).orElse(1))
            .orElse(1);
    Optional<Language> language =
        section
            .require("language")
            .flatMap(tag -> values.choice(tag, "language", LANGUAGES, Map.of()));
    Set<Medium> media = section.require("media").map(this::media).orElse(Set.of());
    Set<String> queues = section.find("queues").map(values::oneOrMoreTexts).orElse(Set.of());

    PatternsReader patternsReader = new PatternsReader(problems);
    TextPatterns patterns =
        section
            .find("patterns")
            .<TextPatterns>map(list -> new HousePatterns(patternsReader.read(list)))
            .orElse(TextPatterns.NONE);
    RuleReader common = new RuleReader(problems, patternsReader.names());
    ItemReader itemReader = new ItemReader(problems, common);
    TimerReader timerReader = new TimerReader(problems, common);
    List<WrittenRule> items =
        section
            .require("items")
            .map(list -> values.list(list, "items").stream().map(itemReader::read).toList())
            .orElse(List.of());
    List<WrittenRule> timers =
        section
            .find("timers")
            .map(list -> values.list(list, "timers").stream().map(timerReader::read).toList())
            .orElse(List.of());

    if (!problems.none() || name.isEmpty() || language.isEmpty()) {
      return Optional.empty();
    }
    Checklist checklist =
        new Checklist(
            name.get().value(),
            version,
            language.get(),
            media,
            running(Rule.Item.class, items),
            running(Rule.Timer.class, timers),
            dormant(items, timers),
            patterns);
    return Optional.of(
        new LoadedChecklist(
            file,
            name.get().at(),
            checklist,
            queues,
            Stream.concat(items.stream(), timers.stream()).toList()));
  }

  private static <R extends Rule> List<R> running(Class<R> kind, List<WrittenRule> rules) {
    return rules.stream()
        .filter(WrittenRule::enabled)
        .map(WrittenRule::rule)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static List<Rule> dormant(List<WrittenRule> items, List<WrittenRule> timers) {
    return Stream.concat(items.stream(), timers.stream())
        .filter(written -> !written.enabled())
        .map(WrittenRule::rule)
        .toList();
  }

  private void checkName(Text name) {
    try {
      new RuleId(name.value());
    } catch (IllegalArgumentException e) {
      problems.add(
          name.at(),
          "a checklist’s name is lower-case words joined by hyphens, at most 64 characters, not "
              + Problems.quoted(name.value()));
    }
  }

  private Set<Medium> media(Written written) {
    Set<Medium> media = EnumSet.noneOf(Medium.class);
    for (Written one : values.oneOrMore(written)) {
      values
          .choice(one, "medium", MEDIA, Map.of("phone", "voice", "mail", "email"))
          .ifPresent(media::add);
    }
    return media;
  }

  private static Map<String, Language> languages() {
    Map<String, Language> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.tag(), language);
    }
    return Collections.unmodifiableMap(languages);
  }

  private static Map<String, Medium> media() {
    Map<String, Medium> media = new LinkedHashMap<>();
    for (Medium medium : Medium.values()) {
      media.put(medium.name().toLowerCase(Locale.ROOT), medium);
    }
    return Collections.unmodifiableMap(media);
  }
}
