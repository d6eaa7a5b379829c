package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Entry;
import io.souffleur.server.checklist.Written.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys with values of which only some are known. Unknown keys and keys given twice are reported as
 * the section is opened.
 */
final class Section {

  private final Map<String, Written> values = new LinkedHashMap<>();
  private final Place at;
  private final String what;
  private final Problems problems;
  private final boolean readable;

  private Section(Place at, String what, Problems problems, boolean readable) {
    this.at = at;
    this.what = what;
    this.problems = problems;
    this.readable = readable;
  }

  /**
   * Opens {@code written} as {@code what}, such as {@code a rule}. When it has no keys, that is
   * reported, and the section is empty without anything being missed in it.
   */
  static Section open(Written written, String what, List<String> known, Problems problems) {
    if (!(written instanceof Mapping mapping)) {
      problems.add(
          written.at(),
          what
              + ": keys with values are expected ("
              + known.getFirst()
              + ": …), not "
              + written.kind());
      return new Section(written.at(), what, problems, false);
    }
    Section section = new Section(mapping.at(), what, problems, true);
    Map<String, Place> first = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().value();
      Place earlier = first.putIfAbsent(key, entry.key().at());
      if (earlier != null) {
        problems.add(
            entry.key().at(),
            Problems.quoted(key) + " is given twice; first in line " + earlier.line());
      } else if (known.contains(key)) {
        section.values.put(key, entry.value());
      } else {
        String nearest = NearestWord.suggestion(key, known, Map.of());
        problems.add(
            entry.key().at(),
            "no "
                + Problems.quoted(key)
                + " in "
                + what
                + (nearest.isEmpty() ? ". It has: " + String.join(", ", known) : nearest));
      }
    }
    return section;
  }

  Place at() {
    return at;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Written> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of {@code key}; when it is not there, that is reported. */
  Optional<Written> require(String key) {
    Optional<Written> found = find(key);
    if (found.isEmpty()) {
      missing(Problems.quoted(key) + " is missing in " + what);
    }
    return found;
  }

  /** Reports that something is missing, unless the section could not be read at all. */
  void missing(String reason) {
    if (readable) {
      problems.add(at, reason);
    }
  }
}
