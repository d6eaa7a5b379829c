package io.souffleur.server.checklist;

import io.souffleur.server.core.rule.Checklist;
import java.util.List;
import java.util.Set;

/**
 * A checklist as it was loaded from a file.
 *
 * @param file as the file was named by whoever asked for it
 * @param at where the file names the checklist
 * @param queues the queues it is for; empty: all
 * @param rules its rules with their examples
 */
public record LoadedChecklist(
    String file, Place at, Checklist checklist, Set<String> queues, List<WrittenRule> rules) {

  public LoadedChecklist {
    queues = Set.copyOf(queues);
    rules = List.copyOf(rules);
  }
}
