package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.TextPatterns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a house for one kind of conversation; immutable once published.
 *
 * @param name such as {@code fr-chat}
 * @param version from 1
 * @param language of the conversations it is for
 * @param media of the conversations it is for
 * @param items in the order they are shown
 * @param timers in the order they are shown
 * @param dormant rules that lie ready to be switched on; no conversation is judged by them
 * @param patterns what its rules look for besides the cues that every house has
 */
public record Checklist(
    String name,
    int version,
    Language language,
    Set<Medium> media,
    List<Rule.Item> items,
    List<Rule.Timer> timers,
    List<Rule> dormant,
    TextPatterns patterns) {

  public Checklist {
    media = Set.copyOf(media);
    items = List.copyOf(items);
    timers = List.copyOf(timers);
    dormant = List.copyOf(dormant);
    Set<RuleId> seen = new LinkedHashSet<>();
    items.forEach(item -> addOnce(seen, item.id()));
    timers.forEach(timer -> addOnce(seen, timer.id()));
    dormant.forEach(rule -> addOnce(seen, rule.id()));
  }

  private static void addOnce(Set<RuleId> seen, RuleId id) {
    if (!seen.add(id)) {
      throw new IllegalArgumentException("two rules are called " + id.key());
    }
  }
}
