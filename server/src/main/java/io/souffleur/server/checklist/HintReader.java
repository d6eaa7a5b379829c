package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.hint.Phrase;
import io.souffleur.server.core.hint.Phrase.Part;
import io.souffleur.server.core.hint.Phrase.Variable;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a rule shows: how insistently, which texts, which phrases. */
final class HintReader {

  static final int LONGEST_TITLE = 45;
  static final int LONGEST_TEXT = 90;

  private static final int LONGEST_PHRASE = 300;
  private static final Duration USUAL_COOL_DOWN = Duration.ofMinutes(5);
  private static final Duration USUAL_EXPIRY = Duration.ofMinutes(5);

  static final Map<String, Severity> SEVERITIES = severities();
  static final Map<String, String> OTHER_SEVERITIES =
      Map.of(
          "suggestion", "nudge",
          "hint", "nudge",
          "info", "nudge",
          "warning", "prompt",
          "alert", "urgent",
          "alerte", "urgent",
          "critical", "urgent");

  private static final Map<String, Variable> VARIABLES = variables();
  private static final Map<String, String> OTHER_VARIABLES =
      Map.of("name", "customer", "client", "customer", "hour", "time", "word", "term");

  /** Known whenever a hint is shown. */
  private static final Set<Variable> ALWAYS_KNOWN = EnumSet.of(Variable.GREETING, Variable.TIME);

  private static final Set<Variable> KNOWN_WHEN_NAMED =
      EnumSet.of(Variable.GREETING, Variable.TIME, Variable.CUSTOMER);

  private final Problems problems;
  private final Values values;

  HintReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /**
   * What an item to say shows: while at risk, or once missed; never urgent.
   *
   * @param named whether the item is only for customers whose name is known
   */
  Prompting ofSaying(Written written, boolean named) {
    Section section = open(written, "at-risk", "missed");
    return prompting(
        section,
        insistence(section, "at-risk", false),
        insistence(section, "missed", false),
        named ? KNOWN_WHEN_NAMED : ALWAYS_KNOWN);
  }

  /** What an item to avoid shows, once it was said. */
  Prompting ofAvoiding(Written written) {
    Section section = open(written, "missed");
    return prompting(section, Optional.empty(), insistence(section, "missed", true), ALWAYS_KNOWN);
  }

  /** What a timer shows: while at risk, or once breached. */
  Prompting ofTimer(Written written) {
    Section section = open(written, "at-risk", "breached");
    return prompting(
        section,
        insistence(section, "at-risk", false),
        insistence(section, "breached", true),
        ALWAYS_KNOWN);
  }

  private Section open(Written written, String... occasions) {
    List<String> known = new ArrayList<>(Arrays.asList(occasions));
    known.addAll(List.of("cool-down", "expires", "title", "text", "phrases"));
    Section section = Section.open(written, "a hint", known, problems);
    if (Arrays.stream(occasions).noneMatch(section::has)) {
      section.missing(
          "when is it shown? Write " + String.join(" or ", occasions) + ": nudge or prompt");
    }
    return section;
  }

  private Optional<Severity> insistence(Section section, String occasion, boolean broken) {
    Optional<Written> written = section.find(occasion);
    Optional<Severity> severity =
        written.flatMap(word -> values.choice(word, "severity", SEVERITIES, OTHER_SEVERITIES));
    if (severity.isPresent() && severity.get() == Severity.URGENT && !broken) {
      problems.add(
          written.get().at(),
          "“urgent” is kept for a time that ran out or something said that must not be; here it"
              + " is nudge or prompt");
    }
    return severity;
  }

  private Prompting prompting(
      Section section, Optional<Severity> atRisk, Optional<Severity> missed, Set<Variable> known) {
    Words title = words(section, "title", LONGEST_TITLE);
    Words text = words(section, "text", LONGEST_TEXT);
    return new Prompting(
        title,
        text,
        section.find("phrases").map(phrases -> phrases(phrases, known)).orElse(Map.of()),
        atRisk,
        missed,
        section.find("cool-down").flatMap(values::duration).orElse(USUAL_COOL_DOWN),
        section.find("expires").flatMap(values::duration).orElse(USUAL_EXPIRY));
  }

  private Words words(Section section, String key, int longest) {
    return section
        .require(key)
        .map(written -> values.words(written, "a " + key, longest))
        .orElse(new Words("?", "?"));
  }

  private Map<Language, List<Phrase>> phrases(Written written, Set<Variable> known) {
    Section section = Section.open(written, "phrases", List.of("fr", "en"), problems);
    Map<Language, List<Phrase>> phrases = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      section
          .require(language.tag())
          .ifPresent(list -> phrases.put(language, phrases(list, language, known)));
    }
    return phrases;
  }

  private List<Phrase> phrases(Written written, Language language, Set<Variable> known) {
    List<Phrase> phrases = new ArrayList<>();
    List<Text> texts = values.texts(written, "phrases");
    texts.forEach(text -> phrases.add(phrase(text)));
    if (!phrases.isEmpty()
        && phrases.stream().noneMatch(phrase -> known.containsAll(phrase.needs()))) {
      problems.add(
          written.at(),
          "each of these needs something that may be unknown; add a phrase in "
              + Problems.quoted(language.tag())
              + " with no variable but {greeting} and {time}");
    }
    return phrases;
  }

  private Phrase phrase(Text text) {
    String words = text.value();
    if (words.codePointCount(0, words.length()) > LONGEST_PHRASE) {
      problems.add(text.at(), "too long to be said: at most " + LONGEST_PHRASE + " characters");
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < words.length()) {
      int opens = words.indexOf('{', from);
      int closes = words.indexOf('}', from);
      if (opens < 0 && closes < 0) {
        break;
      }
      if (opens < 0 || closes < opens) {
        problems.add(
            text.placeOf(closes >= 0 ? closes : opens),
            "a variable is written {customer}, with both braces");
        break;
      }
      if (opens > from) {
        parts.add(new Part.Fixed(words.substring(from, opens)));
      }
      variable(text, opens, words.substring(opens + 1, closes)).ifPresent(parts::add);
      from = closes + 1;
    }
    if (from < words.length()) {
      parts.add(new Part.Fixed(words.substring(from)));
    }
    return new Phrase(parts);
  }

  private Optional<Part> variable(Text text, int index, String name) {
    Variable variable = VARIABLES.get(name);
    if (variable == null) {
      String nearest = NearestWord.suggestion(name, VARIABLES.keySet(), OTHER_VARIABLES);
      problems.add(
          text.placeOf(index),
          "no variable "
              + Problems.quoted(name)
              + (nearest.isEmpty()
                  ? ". There are: " + String.join(", ", VARIABLES.keySet())
                  : nearest));
      return Optional.empty();
    }
    return Optional.of(new Part.Filled(variable));
  }

  private static Map<String, Severity> severities() {
    Map<String, Severity> severities = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      severities.put(severity.name().toLowerCase(Locale.ROOT), severity);
    }
    return Collections.unmodifiableMap(severities);
  }

  private static Map<String, Variable> variables() {
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (Variable variable : Variable.values()) {
      variables.put(variable.name().toLowerCase(Locale.ROOT), variable);
    }
    return Collections.unmodifiableMap(variables);
  }
}
