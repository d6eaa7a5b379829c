package io.souffleur.server.checklist;

import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.rule.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands at the head of checklists and libraries alike. */
final class HeadReader {

  static final String EXTENDS = "extends";
  static final String PATTERNS = "patterns";
  static final String CALENDARS = "calendars";

  private final Problems problems;
  private final Values values;

  HeadReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** What the file is called; a name that is not fit for one is reported. */
  Optional<Text> name(Section file, String key, String what) {
    Optional<Text> name = file.require(key).flatMap(values::text);
    name.filter(text -> RuleId.of(text.value()).isEmpty())
        .ifPresent(
            text ->
                problems.add(
                    text.at(),
                    "a "
                        + what
                        + "’s name is lower-case words joined by hyphens, at most 64 characters,"
                        + " not "
                        + Problems.quoted(text.value())));
    return name;
  }

  /** A name or several, none of them twice; none when the key is not there. */
  List<Text> names(Section file, String key) {
    List<Text> names = new ArrayList<>();
    Map<String, Place> first = new HashMap<>();
    for (Written one : file.find(key).map(values::oneOrMore).orElse(List.of())) {
      Optional<Text> name = values.text(one);
      if (name.isEmpty()) {
        continue;
      }
      Place earlier = first.putIfAbsent(name.get().value(), name.get().at());
      if (earlier == null) {
        names.add(name.get());
      } else {
        problems.add(
            name.get().at(),
            Problems.quoted(name.get().value())
                + " is named twice in "
                + Problems.quoted(key)
                + "; first in line "
                + earlier.line());
      }
    }
    return names;
  }

  /** The calendars in the file, by their names. */
  Map<String, OpeningHours> calendars(Section file) {
    return file.find(CALENDARS).map(new CalendarReader(problems)::read).orElse(Map.of());
  }

  /** The patterns that {@code reader} finds in the file. */
  List<HousePattern> patterns(Section file, PatternsReader reader) {
    return file.find(PATTERNS).map(reader::read).orElse(List.of());
  }
}
