package io.souffleur.server.checklist;

import io.souffleur.server.core.calendar.Calendars;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the rules of one file, of every kind. */
final class RulesReader {

  static final List<String> KEYS = List.of("items", "timers", "figures");

  private final Values values;
  private final ItemReader items;
  private final TimerReader timers;
  private final FigureReader figures;

  /** A reader for a file with these {@code patterns} and {@code calendars}. */
  RulesReader(
      Problems problems, Set<String> patterns, Calendars calendars, ExampleReader examples) {
    RuleReader common = new RuleReader(problems, patterns, calendars.byName().keySet());
    this.values = new Values(problems);
    this.items = new ItemReader(problems, common, examples);
    this.timers = new TimerReader(problems, common, examples);
    this.figures = new FigureReader(problems, common, examples);
  }

  /** The rules in {@code file}, items first, then timers, then figures, each kind in order. */
  List<WrittenRule> read(Section file) {
    return Stream.of(
            read(file, "items", items::read),
            read(file, "timers", timers::read),
            read(file, "figures", figures::read))
        .flatMap(List::stream)
        .toList();
  }

  private List<WrittenRule> read(Section file, String key, Function<Written, WrittenRule> reader) {
    return file.find(key)
        .map(list -> values.list(list, key).stream().map(reader).toList())
        .orElse(List.of());
  }
}
