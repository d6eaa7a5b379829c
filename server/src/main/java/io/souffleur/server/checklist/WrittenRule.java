package io.souffleur.server.checklist;

import io.souffleur.server.core.rule.Rule;
import java.util.List;

/**
 * A rule with the sentences it must recognise and those it must leave alone.
 *
 * @param enabled whether it runs in the checklist it is written in; in a library none does
 */
record WrittenRule(Rule rule, boolean enabled, List<Example> examples) {

  WrittenRule {
    examples = List.copyOf(examples);
  }
}
