package io.souffleur.server.checklist;

import io.souffleur.server.checklist.NormTable.Elsewhere;
import io.souffleur.server.checklist.NormTable.Entry;
import io.souffleur.server.checklist.NormTable.Kind;
import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.checklist.Written.Text;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the table of norms. */
final class NormTableReader {

  private static final List<String> KEYS =
      List.of("norm", "kinds", "title", "served", "not-served");
  private static final int LONGEST_TITLE = 60;
  private static final Map<String, Kind> KINDS = kinds();

  private final Problems problems;
  private final Values values;
  private final Map<Norm, Place> given = new LinkedHashMap<>();

  NormTableReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /** The table; what can't be read is reported and left out. */
  NormTable read(Written written) {
    Section section =
        Section.open(written, "a table of norms", List.of("sources", "norms"), problems);
    Map<Character, Words> sources =
        section.require("sources").map(this::sources).orElse(new TreeMap<>());
    List<Entry> entries = new ArrayList<>();
    section
        .require("norms")
        .map(list -> values.list(list, "norms"))
        .orElse(List.of())
        .forEach(each -> entry(each, sources.keySet()).ifPresent(entries::add));
    return new NormTable(sources, entries);
  }

  private Map<Character, Words> sources(Written written) {
    Map<Character, Words> sources = new TreeMap<>();
    if (!(written instanceof Mapping mapping)) {
      problems.add(written.at(), "sources are written as {A: {fr: …, en: …}}");
      return sources;
    }
    for (Written.Entry entry : mapping.entries()) {
      String letter = entry.key().value();
      if (letter.matches("[A-Z]")) {
        sources.put(letter.charAt(0), values.words(entry.value(), "a source", LONGEST_TITLE));
      } else {
        problems.add(
            entry.key().at(), "a source is a capital letter, not " + Problems.quoted(letter));
      }
    }
    return sources;
  }

  private Optional<Entry> entry(Written written, Set<Character> sources) {
    Section section = Section.open(written, "a norm", KEYS, problems);
    Optional<Norm> norm =
        section.require("norm").flatMap(values::text).flatMap(text -> norm(text, sources));
    Set<Kind> kinds = section.require("kinds").map(this::kinds).orElse(Set.of());
    Words title =
        section
            .require("title")
            .map(words -> values.words(words, "a title", LONGEST_TITLE))
            .orElse(new Words("?", "?"));
    Optional<Elsewhere> elsewhere = elsewhere(section);
    return norm.isEmpty() || kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(norm.get(), kinds, title, elsewhere));
  }

  private Optional<Norm> norm(Text text, Set<Character> sources) {
    Optional<Norm> norm = Norm.of(text.value());
    if (norm.isEmpty() || !sources.contains(text.value().charAt(0))) {
      problems.add(
          text.at(),
          "a norm is the letter of a source and a number, not " + Problems.quoted(text.value()));
      return Optional.empty();
    }
    Place earlier = given.putIfAbsent(norm.get(), text.at());
    if (earlier != null) {
      problems.add(
          text.at(),
          Problems.quoted(text.value()) + " is given twice; first in line " + earlier.line());
    }
    return norm;
  }

  private Set<Kind> kinds(Written written) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Written one : values.oneOrMore(written)) {
      values.choice(one, "kind", KINDS, Map.of()).ifPresent(kinds::add);
    }
    return kinds;
  }

  private Optional<Elsewhere> elsewhere(Section section) {
    if (section.has("served") && section.has("not-served")) {
      section.missing("one of “served” and “not-served” at most");
    }
    Optional<Elsewhere> served = text(section, "served").map(Elsewhere.Served::new);
    return served.or(() -> text(section, "not-served").map(Elsewhere.NotServed::new));
  }

  private Optional<String> text(Section section, String key) {
    return section.find(key).flatMap(values::text).map(Text::value);
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.letter(), kind);
    }
    return Collections.unmodifiableMap(kinds);
  }
}
