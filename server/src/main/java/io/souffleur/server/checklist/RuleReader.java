package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what rules have in common. One for a file: it knows its patterns and the ids given so far.
 */
final class RuleReader {

  static final Map<String, Stage> STAGES = stages();

  static final Map<String, String> OTHER_STAGES =
      Map.of(
          "accueil", "opening",
          "start", "opening",
          "beginning", "opening",
          "comprendre", "understanding",
          "resoudre", "solving",
          "solution", "solving",
          "conclure", "closing",
          "conclusion", "closing",
          "end", "closing");

  private static final int LONGEST_WHY = 200;

  private final Problems problems;
  private final Values values;
  private final Set<String> patterns;
  private final Set<String> calendars;
  private final Map<RuleId, Place> given = new HashMap<>();

  RuleReader(Problems problems, Set<String> patterns, Set<String> calendars) {
    this.problems = problems;
    this.patterns = Set.copyOf(patterns);
    this.calendars = Set.copyOf(calendars);
    this.values = new Values(problems);
  }

  /** The names of the patterns that rules of this file may look for. */
  Set<String> patterns() {
    return patterns;
  }

  /** The names of the calendars that rules of this file may go by. */
  Set<String> calendars() {
    return calendars;
  }

  RuleId id(Section rule) {
    RuleId standIn = new RuleId("unreadable-" + rule.at().line() + "-" + rule.at().column());
    Optional<Text> text = rule.require("id").flatMap(values::text);
    if (text.isEmpty()) {
      return standIn;
    }
    RuleId id;
    try {
      id = new RuleId(text.get().value());
    } catch (IllegalArgumentException e) {
      problems.add(
          text.get().at(),
          "an id is lower-case words joined by hyphens, at most 64 characters, not "
              + Problems.quoted(text.get().value()));
      return standIn;
    }
    Place earlier = given.putIfAbsent(id, text.get().at());
    if (earlier != null) {
      problems.add(
          text.get().at(),
          "two rules are called "
              + Problems.quoted(id.key())
              + "; the first is in line "
              + earlier.line());
      return standIn;
    }
    return id;
  }

  /** Whether the rule is judged; otherwise it only lies ready. */
  boolean enabled(Section rule) {
    return rule.find("enabled").map(values::yesOrNo).orElse(true);
  }

  List<Norm> norms(Section rule) {
    List<Norm> norms = new ArrayList<>();
    for (Text text :
        rule.require("norms").map(list -> values.texts(list, "norms")).orElse(List.of())) {
      try {
        norms.add(new Norm(text.value()));
      } catch (IllegalArgumentException e) {
        problems.add(
            text.at(),
            "a norm is a capital letter and a number, such as A3, not "
                + Problems.quoted(text.value()));
      }
    }
    return norms;
  }

  Words title(Section rule) {
    return words(rule, "title", HintReader.LONGEST_TITLE);
  }

  Words why(Section rule) {
    return words(rule, "why", LONGEST_WHY);
  }

  private Words words(Section rule, String key, int longest) {
    return rule.require(key)
        .map(written -> values.words(written, "a " + key, longest))
        .orElse(new Words("?", "?"));
  }

  /** The stage that {@code written} names. */
  Optional<Stage> stage(Written written) {
    return values.choice(written, "stage", STAGES, OTHER_STAGES);
  }

  private static Map<String, Stage> stages() {
    Map<String, Stage> stages = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      stages.put(stage.name().toLowerCase(Locale.ROOT), stage);
    }
    return Collections.unmodifiableMap(stages);
  }
}
