package io.souffleur.server.checklist;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Counted;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Moment;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Sought;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the patterns that a rule looks for, so that nobody looks for those of rules that are off.
 */
final class PatternNames {

  private final Set<String> names = new LinkedHashSet<>();

  private PatternNames() {}

  /** The names of the patterns that {@code rule} looks for. */
  static Set<String> of(Rule rule) {
    PatternNames found = new PatternNames();
    found.condition(rule.only());
    switch (rule) {
      case Rule.Item item -> {
        found.applies(item.applies());
        found.requirement(item.requirement());
      }
      case Rule.Timer timer ->
          Stream.concat(timer.starts().stream(), timer.stops().stream())
              .filter(Moment.Heard.class::isInstance)
              .map(Moment.Heard.class::cast)
              .forEach(heard -> found.sought(heard.cue()));
      case Rule.Figure figure -> {
        if (figure.counts() instanceof Counted.Times(Sought what)) {
          found.sought(what);
        }
      }
    }
    return found.names;
  }

  private void sought(Sought what) {
    if (what instanceof CueTest test && test.cues().contains(CueName.PATTERN)) {
      names.addAll(test.values());
    }
  }

  private void applies(Applies applies) {
    if (applies instanceof Applies.Once once) {
      sought(once.trigger());
    }
  }

  private void requirement(Requirement requirement) {
    sought(requirement.what());
    if (requirement instanceof Requirement.Say say) {
      say.after().ifPresent(this::sought);
      if (say.due() instanceof Due.Before before) {
        sought(before.other());
      }
    }
  }

  private void condition(Condition condition) {
    Condition.soughtBy(condition).forEach(this::sought);
  }
}
