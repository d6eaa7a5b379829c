package io.souffleur.server.checklist;

import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.checklist.RuleFile.LibraryFile;
import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a library: rules without a language or a medium, for checklists to take from. */
final class LibraryReader {

  private static final String NAME = "library";

  private final String file;
  private final Problems problems;

  LibraryReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Whether {@code written} says that it is a library. */
  static boolean isLibrary(Written written) {
    return written instanceof Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> entry.key().value().equals(NAME));
  }

  /** The library; empty when it has no name. With problems, it holds stand-ins. */
  Optional<RuleFile> read(Written written) {
    List<String> keys =
        new ArrayList<>(
            List.of(NAME, HeadReader.EXTENDS, HeadReader.PATTERNS, HeadReader.CALENDARS));
    keys.addAll(RulesReader.KEYS);
    Section section = Section.open(written, "a library", keys, problems);
    HeadReader head = new HeadReader(problems);
    Optional<Text> name = head.name(section, NAME, "library");
    List<Text> extended = head.names(section, HeadReader.EXTENDS);
    PatternsReader patterns = new PatternsReader(problems);
    List<HousePattern> own = head.patterns(section, patterns);
    Map<String, OpeningHours> calendars = head.calendars(section);
    List<WrittenRule> rules =
        new RulesReader(
                problems,
                patterns.names(),
                new Calendars(calendars),
                ExampleReader.inEachLanguage(problems))
            .read(section);
    if (rules.isEmpty() && extended.isEmpty()) {
      section.missing("a library has items, timers or figures, or extends others");
    }
    return name.map(found -> new LibraryFile(file, found, extended, own, calendars, rules));
  }
}
