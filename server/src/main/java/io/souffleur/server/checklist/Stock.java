package io.souffleur.server.checklist;

import io.souffleur.server.checklist.HousePatterns.HousePattern;
import io.souffleur.server.core.calendar.Calendars;
import io.souffleur.server.core.calendar.OpeningHours;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.TextPatterns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rules a file has at hand, its own and those it extends, and which of them are on. What comes
 * later replaces what has the same id, in its place. Mutable, for one thread.
 */
final class Stock {

  private record Held(WrittenRule rule, boolean on) {}

  private final Map<RuleId, Held> held = new LinkedHashMap<>();
  private final Map<String, List<HousePattern>> patterns = new TreeMap<>();
  private final Map<String, OpeningHours> calendars = new TreeMap<>();

  /** Rules of the file itself that take no other's place on screen. */
  private final Set<RuleId> added = new LinkedHashSet<>();

  /** Brings in what another file has at hand; a rule that is on already stays on. */
  void bring(Stock other) {
    patterns.putAll(other.patterns);
    calendars.putAll(other.calendars);
    other.held.forEach(
        (id, theirs) ->
            held.merge(id, theirs, (mine, his) -> new Held(his.rule(), mine.on() || his.on())));
  }

  /** Adds the patterns of the file itself. */
  void look(List<HousePattern> own) {
    patterns.putAll(own.stream().collect(Collectors.groupingBy(HousePattern::name)));
  }

  /** Adds the calendars of the file itself, in the place of those with the same names. */
  void reckon(Map<String, OpeningHours> own) {
    calendars.putAll(own);
  }

  /** Adds a rule of the file itself, which is on or off whatever it replaces. */
  void write(WrittenRule rule, boolean on) {
    Held replaced = held.put(rule.rule().id(), new Held(rule, on));
    if (replaced == null || !replaced.on()) {
      added.add(rule.rule().id());
    }
  }

  boolean has(RuleId id) {
    return held.containsKey(id);
  }

  /** The ids of all rules at hand. */
  Collection<String> ids() {
    return held.keySet().stream().map(RuleId::key).toList();
  }

  void switchOff(RuleId id) {
    held.computeIfPresent(id, (same, rule) -> new Held(rule.rule(), false));
  }

  /** Switches on {@code ids}, which come in their order before the rules of the file itself. */
  void switchOn(List<RuleId> ids) {
    for (RuleId id : ids) {
      Held rule = held.remove(id);
      if (rule != null) {
        held.put(id, new Held(rule.rule(), true));
      }
    }
    for (RuleId id : added) {
      Held own = ids.contains(id) ? null : held.remove(id);
      if (own != null) {
        held.put(id, own);
      }
    }
  }

  /** What the rules that are on look for besides the cues that every house has. */
  TextPatterns patterns() {
    Set<String> names = new HashSet<>();
    running().forEach(written -> names.addAll(PatternNames.of(written.rule())));
    List<HousePattern> used =
        patterns.entrySet().stream()
            .filter(entry -> names.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return used.isEmpty() ? TextPatterns.NONE : new HousePatterns(used);
  }

  /** Everything that any rule at hand looks for, for trying them. */
  TextPatterns allPatterns() {
    return new HousePatterns(patterns.values().stream().flatMap(List::stream).toList());
  }

  /** What the rules reckon by. */
  Calendars calendars() {
    return new Calendars(calendars);
  }

  /** The rules that are on, in the order in which they are shown. */
  List<WrittenRule> running() {
    return rules(true);
  }

  /** The rules that are ready to be switched on. */
  List<WrittenRule> dormant() {
    return rules(false);
  }

  private List<WrittenRule> rules(boolean on) {
    List<WrittenRule> rules = new ArrayList<>();
    held.values().stream().filter(each -> each.on() == on).map(Held::rule).forEach(rules::add);
    return rules;
  }
}
