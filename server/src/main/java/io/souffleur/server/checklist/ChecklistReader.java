package io.souffleur.server.checklist;

import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.checklist.RuleFile.ChecklistFile;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Language;
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
      Stream.of(
              List.of("checklist", "version", "language", "media", "queues", HeadReader.EXTENDS),
              List.of("on", "off", HeadReader.PATTERNS, HeadReader.CALENDARS),
              RulesReader.KEYS)
          .flatMap(List::stream)
          .toList();

  private static final int HIGHEST_VERSION = 999_999;
  static final Map<String, Language> LANGUAGES = languages();
  static final Map<String, Medium> MEDIA = media();
  static final Map<String, String> OTHER_MEDIA = Map.of("phone", "voice", "mail", "email");

  private final String file;
  private final Problems problems;
  private final Values values;

  ChecklistReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** The checklist; empty when it has no name. With problems, it holds stand-ins. */
  Optional<RuleFile> read(Written written) {
    Section section = Section.open(written, "a checklist", KEYS, problems);
    HeadReader head = new HeadReader(problems);
    Optional<Text> name = head.name(section, "checklist", "checklist");
    int version =
        section
            .require("version")
            .map(number -> values.number(number, 1, HIGHEST_VERSION).orElse(1))
            .orElse(1);
    Language language =
        section
            .require("language")
            .flatMap(tag -> values.choice(tag, "language", LANGUAGES, Map.of()))
            .orElse(Language.FRENCH);
    Set<Medium> media = section.require("media").map(this::media).orElse(Set.of());
    Set<String> queues = section.find("queues").map(values::oneOrMoreTexts).orElse(Set.of());
    List<Text> extended = head.names(section, HeadReader.EXTENDS);
    List<Text> on = head.names(section, "on");
    List<Text> off = head.names(section, "off");
    PatternsReader patterns = new PatternsReader(problems);
    List<HousePattern> own = head.patterns(section, patterns);
    Map<String, OpeningHours> calendars = head.calendars(section);
    List<WrittenRule> rules =
        new RulesReader(
                problems,
                patterns.names(),
                new Calendars(calendars),
                ExampleReader.in(language, problems))
            .read(section);
    if (extended.isEmpty() && RulesReader.KEYS.stream().noneMatch(section::has)) {
      section.missing("a checklist has items, timers or figures, or extends others");
    }
    return name.map(
        found ->
            new ChecklistFile(
                file, found, extended, own, calendars, rules, version, language, media, queues, on,
                off));
  }

  private Set<Medium> media(Written written) {
    Set<Medium> media = EnumSet.noneOf(Medium.class);
    for (Written one : values.oneOrMore(written)) {
      values.choice(one, "medium", MEDIA, OTHER_MEDIA).ifPresent(media::add);
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
