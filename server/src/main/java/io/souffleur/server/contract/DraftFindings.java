package io.souffleur.server.contract;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Reading;
import io.souffleur.wire.DeskReply;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What in a draft would break a rule that says: never. */
final class DraftFindings {

  private DraftFindings() {}

  /** In the order of the draft, those of one place in the order of the checklist. */
  static List<DeskReply.Finding> of(
      State state, Reading draft, Instant at, Optional<Language> language) {
    if (state.checklist().isEmpty()) {
      return List.of();
    }
    Language read = language.orElseGet(() -> Telling.language(state));
    LocalTime time = at.atZone(state.facts().zone()).toLocalTime();
    List<DeskReply.Finding> findings = new ArrayList<>();
    for (Cue cue : draft.cues()) {
      for (Rule.Item item : state.checklist().get().items()) {
        if (item.requirement() instanceof Requirement.Avoid avoid
            && avoid.cue().matches(cue, Author.AGENT, time)
            && avoid.cue().shownBy(draft.cues(), Author.AGENT, time).isPresent()) {
          findings.add(finding(cue, item, read));
        }
      }
    }
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
