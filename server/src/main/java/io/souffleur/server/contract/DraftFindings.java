package io.souffleur.server.contract;

import io.souffleur.server.core.Draft;
import io.souffleur.server.core.State;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.DeskReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What in a draft would break a rule that says: never. */
final class DraftFindings {

  private DraftFindings() {}

  /** In the order of the draft, those of one place in the order of the checklist. */
  static List<DeskReply.Finding> of(State state, Draft tried, Optional<Language> language) {
    Language read = language.orElseGet(() -> Telling.language(state));
    List<Rule.Item> rules = state.checklist().map(Checklist::items).orElse(List.of());
    List<DeskReply.Finding> findings = new ArrayList<>();
    for (Draft.Break broken : tried.breaks()) {
      for (Rule.Item rule : rules) {
        if (rule.id().equals(broken.item())) {
          findings.add(finding(broken.cue(), rule, read));
        }
      }
    }
    findings.sort(
        Comparator.comparingInt(DeskReply.Finding::start).thenComparingInt(DeskReply.Finding::end));
    return findings;
  }

  private static DeskReply.Finding finding(Cue cue, Rule.Item item, Language language) {
    Severity severity = item.prompting().flatMap(Prompting::missed).orElse(Severity.NUDGE);
    Words text = item.prompting().map(Prompting::text).orElse(item.why());
    return new DeskReply.Finding(
        cue.name().wireName(),
        cue.span().start(),
        cue.span().end(),
        Terms.severity(severity),
        text.in(language),
        cue.value().map(List::of).orElse(List.of()));
  }
}
