package io.souffleur.server.checklist;

import io.souffleur.server.checklist.RuleFile.ChecklistFile;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Rules;
import java.util.List;
import java.util.Set;

/**
 * A checklist as it was loaded from a file.
 *
 * @param file as the file was named by whoever asked for it
 * @param at where the file names the checklist
 * @param queues the queues it is for; empty: all
 * @param rules those that are on, with their examples
 * @param dormant those that can be switched on: its own and those of what it extends
 */
public record LoadedChecklist(
    String file,
    Place at,
    Checklist checklist,
    Set<String> queues,
    List<WrittenRule> rules,
    List<WrittenRule> dormant) {

  public LoadedChecklist {
    queues = Set.copyOf(queues);
    rules = List.copyOf(rules);
    dormant = List.copyOf(dormant);
  }

  /** The checklist of {@code file}, which runs what is on in {@code stock}. */
  static LoadedChecklist of(ChecklistFile file, Stock stock) {
    List<WrittenRule> running = stock.running();
    return new LoadedChecklist(
        file.file(),
        file.name().at(),
        new Checklist(
            file.name().value(),
            file.version(),
            file.language(),
            file.media(),
            new Rules(
                only(Rule.Item.class, running),
                only(Rule.Timer.class, running),
                only(Rule.Figure.class, running),
                stock.dormant().stream().map(WrittenRule::rule).toList()),
            stock.patterns(),
            stock.calendars()),
        file.queues(),
        running,
        stock.dormant());
  }

  private static <R extends Rule> List<R> only(Class<R> kind, List<WrittenRule> rules) {
    return rules.stream().map(WrittenRule::rule).filter(kind::isInstance).map(kind::cast).toList();
  }
}
