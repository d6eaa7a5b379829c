package io.souffleur.server.checklist;

import io.souffleur.server.checklist.Written.Mapping;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Sought;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a rule looks for: in a message, as {@link CueReader} does, or something that happens
 * without words: {@code {event: transfer}}.
 */
final class SoughtReader {

  static final Map<String, Occurrence> EVENTS = events();
  static final Map<String, String> OTHER_EVENTS =
      Map.ofEntries(
          Map.entry("transferred", "transfer"),
          Map.entry("transfert", "transfer"),
          Map.entry("handover", "transfer"),
          Map.entry("assigned", "agent-assigned"),
          Map.entry("hold", "held"),
          Map.entry("resume", "resumed"),
          Map.entry("ring", "ringing"),
          Map.entry("rings", "ringing"),
          Map.entry("pick-up", "answered"),
          Map.entry("answer", "answered"));

  private static final String EVENT = "event";

  private final Problems problems;
  private final Values values;
  private final CueReader cues;

  /** A reader for rules of a file with these {@code patterns}. */
  SoughtReader(Problems problems, Set<String> patterns) {
    this.problems = problems;
    this.values = new Values(problems);
    this.cues = new CueReader(problems, patterns);
  }

  /** What {@code written} looks for; where a cue does not say by whom, by whoever can show it. */
  Sought read(Written written) {
    return read(written, Optional.empty());
  }

  /**
   * What {@code written} looks for.
   *
   * @param usually who is meant when anyone can show the cue; empty: it must be said
   */
  Sought read(Written written, Optional<Author> usually) {
    if (!(written instanceof Mapping mapping)
        || mapping.entries().stream().noneMatch(entry -> entry.key().value().equals(EVENT))) {
      return cues.read(written, usually);
    }
    return Section.open(written, "an event", List.of(EVENT), problems)
        .find(EVENT)
        .flatMap(event -> values.choice(event, "event", EVENTS, OTHER_EVENTS))
        .<Sought>map(event -> event)
        .orElse(CueReader.STAND_IN);
  }

  /** Who says what is looked for; the agent for what happens without words. */
  static Author author(Sought what) {
    return switch (what) {
      case CueTest test -> test.by();
      case Occurrence occurrence -> Author.AGENT;
    };
  }

  private static Map<String, Occurrence> events() {
    Map<String, Occurrence> events = new LinkedHashMap<>();
    for (Occurrence occurrence : Occurrence.values()) {
      events.put(occurrence.name().toLowerCase(Locale.ROOT).replace('_', '-'), occurrence);
    }
    return Collections.unmodifiableMap(events);
  }
}
