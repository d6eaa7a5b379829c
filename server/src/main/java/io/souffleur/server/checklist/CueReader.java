package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.HourRange;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a rule looks for in a message: a cue, several of which one is enough, or these with
 * who says it and how: {@code {cue: greeting, by: agent, with-value: true, hours: {evening:
 * "17:00-05:00"}}}. Several that one message must show come with {@code all} instead of {@code
 * cue}, a pattern of the house with {@code pattern}.
 */
final class CueReader {

  /** What a test that can't be read is replaced by. */
  static final CueTest STAND_IN = CueTest.of(Author.AGENT, CueName.GREETING);

  static final Map<String, Author> AUTHORS = authors();

  private static final String ONE = "cue";
  private static final String ALL = "all";
  private static final String PATTERN = "pattern";
  private static final List<String> KEYS =
      List.of(ONE, ALL, PATTERN, "by", "with-value", "value", "hours");

  private static final Map<String, CueName> CUES = cues();

  /** Words that people use, and the cue that they mean. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("excuse", "apology"),
          Map.entry("excuses", "apology"),
          Map.entry("sorry", "apology"),
          Map.entry("desole", "apology"),
          Map.entry("hello", "greeting"),
          Map.entry("bonjour", "greeting"),
          Map.entry("salutation", "greeting"),
          Map.entry("goodbye", "farewell"),
          Map.entry("au-revoir", "farewell"),
          Map.entry("merci", "thanks"),
          Map.entry("thank-you", "thanks"),
          Map.entry("remerciement", "thanks"),
          Map.entry("name", "customer-name"),
          Map.entry("nom", "customer-name"),
          Map.entry("help", "help-offer"),
          Map.entry("aide", "help-offer"),
          Map.entry("anything-else", "further-help"),
          Map.entry("autre-chose", "further-help"),
          Map.entry("wait", "wait-notice"),
          Map.entry("hold", "wait-notice"),
          Map.entry("attente", "wait-notice"),
          Map.entry("promise", "commitment"),
          Map.entry("promesse", "commitment"),
          Map.entry("engagement", "commitment"),
          Map.entry("etape", "next-step"),
          Map.entry("prochaine-etape", "next-step"),
          Map.entry("ecoute", "listening"),
          Map.entry("reformulation", "restatement"),
          Map.entry("empathie", "empathy"),
          Map.entry("plainte", "complaint"),
          Map.entry("reclamation", "complaint"),
          Map.entry("anger", "dissatisfaction"),
          Map.entry("unhappy", "dissatisfaction"),
          Map.entry("colere", "dissatisfaction"),
          Map.entry("mecontentement", "dissatisfaction"),
          Map.entry("impatient", "impatience"),
          Map.entry("prix", "price"));

  private final Problems problems;
  private final Values values;
  private final Set<String> patterns;
  private final WeekReader week;

  /** A reader for rules of a file with these {@code patterns}. */
  CueReader(Problems problems, Set<String> patterns) {
    this.problems = problems;
    this.values = new Values(problems);
    this.patterns = patterns;
    this.week = new WeekReader(problems);
  }

  /** What {@code written} looks for; where it does not say by whom, by whoever can show the cue. */
  CueTest read(Written written) {
    return read(written, Optional.empty());
  }

  /**
   * What {@code written} looks for.
   *
   * @param usually who is meant when anyone can show the cue; empty: it must be said
   */
  CueTest read(Written written, Optional<Author> usually) {
    if (!(written instanceof Mapping)) {
      Set<CueName> cues = cues(written);
      return cues.isEmpty()
          ? STAND_IN
          : new CueTest(
              cues, false, speaker(cues, written.at(), usually), false, Set.of(), Map.of());
    }
    Section section = Section.open(written, "a cue", KEYS, problems);
    Optional<Written> pattern = section.find(PATTERN);
    if (pattern.isPresent()) {
      return ofPattern(section, pattern.get(), usually);
    }
    boolean together = section.has(ALL);
    Set<CueName> cues = together ? together(section) : any(section);
    if (cues.isEmpty()) {
      section.find("by").ifPresent(by -> values.choice(by, "author", AUTHORS, Map.of()));
      section.find("hours").ifPresent(this::hours);
      return STAND_IN;
    }
    Author by =
        section
            .find("by")
            .map(said -> author(said, cues))
            .orElseGet(() -> speaker(cues, section.at(), usually));
    boolean valued = section.find("with-value").map(values::yesOrNo).orElse(false);
    Set<String> only = section.find("value").map(values::oneOrMoreTexts).orElse(Set.of());
    Map<String, HourRange> hours = section.find("hours").map(this::hours).orElse(Map.of());
    return new CueTest(cues, together, by, valued, only, hours);
  }

  private CueTest ofPattern(Section section, Written written, Optional<Author> usually) {
    for (String key : List.of(ONE, ALL, "with-value", "value", "hours")) {
      if (section.has(key)) {
        section.missing("“pattern” stands alone, or with “by”; not with “" + key + "”");
      }
    }
    Set<String> names = values.oneOrMoreTexts(written);
    for (String name : names) {
      if (!patterns.contains(name)) {
        problems.add(
            written.at(),
            "no pattern "
                + Problems.quoted(name)
                + NearestWord.suggestion(name, patterns, Map.of()));
      }
    }
    Set<CueName> cue = EnumSet.of(CueName.PATTERN);
    Author by =
        section
            .find("by")
            .map(said -> author(said, cue))
            .orElseGet(() -> speaker(cue, section.at(), usually));
    return names.isEmpty() ? STAND_IN : new CueTest(cue, false, by, true, names, Map.of());
  }

  private Set<CueName> any(Section section) {
    return section.require(ONE).map(this::cues).orElse(Set.of());
  }

  private Set<CueName> together(Section section) {
    Written written = section.require(ALL).orElseThrow();
    if (section.has(ONE)) {
      section.missing("“cue” (one is enough) and “all” (all in one message) exclude each other");
    }
    Set<CueName> cues = cues(written);
    if (cues.size() == 1) {
      problems.add(written.at(), "“all” takes two cues or more; one alone goes with “cue”");
    }
    return cues;
  }

  private Set<CueName> cues(Written written) {
    Set<CueName> cues = EnumSet.noneOf(CueName.class);
    for (Written one : values.oneOrMore(written)) {
      values.choice(one, "cue", CUES, OTHER_WORDS).ifPresent(cues::add);
    }
    return cues;
  }

  private Author author(Written by, Set<CueName> cues) {
    Optional<Author> author = values.choice(by, "author", AUTHORS, Map.of());
    for (CueName cue : cues) {
      if (author.isPresent() && !cue.canBeShownBy(author.get())) {
        problems.add(
            by.at(),
            Problems.quoted(cue.wireName()) + " is never shown by the " + word(author.get()));
      }
    }
    return author.orElse(Author.AGENT);
  }

  private Author speaker(Set<CueName> cues, Place at, Optional<Author> usually) {
    List<Author> possible =
        AUTHORS.values().stream()
            .filter(author -> cues.stream().allMatch(cue -> cue.canBeShownBy(author)))
            .toList();
    if (possible.size() == 1) {
      return possible.getFirst();
    }
    if (usually.isEmpty() || possible.isEmpty()) {
      problems.add(
          at,
          possible.isEmpty()
              ? "these cues are never shown by one and the same author"
              : "agent and customer can both show this; say whom you mean: {cue: …, by: agent} or"
                  + " {cue: …, by: customer}");
      return Author.AGENT;
    }
    return usually.get();
  }

  private Map<String, HourRange> hours(Written written) {
    if (!(written instanceof Mapping mapping)) {
      problems.add(
          written.at(), "hours are written as {evening: \"17:00-05:00\"}, not " + written.kind());
      return Map.of();
    }
    Map<String, HourRange> hours = new LinkedHashMap<>();
    for (Written.Entry entry : mapping.entries()) {
      Optional<HourRange> range = values.text(entry.value()).flatMap(week::hours);
      if (hours.containsKey(entry.key().value())) {
        problems.add(entry.key().at(), Problems.quoted(entry.key().value()) + " is given twice");
      }
      range.ifPresent(found -> hours.put(entry.key().value(), found));
    }
    return hours;
  }

  static String word(Author author) {
    return switch (author) {
      case AGENT -> "agent";
      case CUSTOMER -> "customer";
      case BOT -> "bot";
      case SYSTEM -> "system";
    };
  }

  private static Map<String, Author> authors() {
    Map<String, Author> authors = new LinkedHashMap<>();
    authors.put("agent", Author.AGENT);
    authors.put("customer", Author.CUSTOMER);
    return Collections.unmodifiableMap(authors);
  }

  private static Map<String, CueName> cues() {
    Map<String, CueName> cues = new LinkedHashMap<>();
    Arrays.stream(CueName.values()).forEach(cue -> cues.put(cue.wireName(), cue));
    return Collections.unmodifiableMap(cues);
  }
}
