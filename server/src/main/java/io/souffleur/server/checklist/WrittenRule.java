package io.souffleur.server.checklist;

import io.souffleur.server.core.rule.Rule;
import java.util.List;

/** A rule with the sentences it must recognise and those it must leave alone. */
record WrittenRule(Rule rule, List<Example> examples) {

  WrittenRule {
    examples = List.copyOf(examples);
  }
}
