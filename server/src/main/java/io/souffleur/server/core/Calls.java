package io.souffleur.server.core;

import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.ItemState;
import io.souffleur.server.core.conversation.TimerState;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rules have to say, given how they stand. Stateless. */
final class Calls {

  private Calls() {}

  /**
   * The call of something that must be said and was not; null when it has nothing to say. An item
   * that is at risk because it is said too often is silent: its words ask for the contrary.
   */
  static @Nullable Call of(Rule.Item rule, ItemMark mark, Progress progress) {
    if (!(rule.requirement() instanceof Requirement.Say say)
        || rule.prompting().isEmpty()
        || mark.opened() == null
        || ItemJudge.saidEnough(say, mark)) {
      return null;
    }
    Severity severity = severity(rule.prompting().get(), mark.state());
    if (severity == null) {
      return null;
    }
    List<Because> because = new ArrayList<>();
    if (mark.trigger() != null && mark.trigger().hasWords()) {
      because.add(new Because.Said(mark.trigger().evidence()));
    } else if (say.due() instanceof Due.FromStage && progress.enteredBy() != null) {
      because.add(new Because.Said(progress.enteredBy().evidence()));
    }
    Instant due = ItemJudge.due(rule, mark);
    if (due != null) {
      because.add(new Because.Deadline(rule.id(), due));
    }
    return new Call(
        rule,
        severity,
        Episode.of(mark, mark.opened()),
        Objects.requireNonNullElse(due, Instant.MAX),
        because,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        mark.state() == ItemState.AT_RISK);
  }

  private static @Nullable Severity severity(Prompting prompting, ItemState state) {
    return switch (state) {
      case AT_RISK -> prompting.atRisk().orElse(null);
      case MISSED -> prompting.missed().orElse(null);
      case NOT_APPLICABLE, PENDING, DONE -> null;
    };
  }

  /** The call of something that must not be said and just was; null when it has nothing to say. */
  static @Nullable Call broken(Rule.Item rule, Happening happening) {
    if (rule.prompting().isEmpty() || rule.prompting().get().missed().isEmpty()) {
      return null;
    }
    Cue words =
        happening instanceof Message message && rule.requirement().what() instanceof CueTest test
            ? message.words(test)
            : null;
    return new Call(
        rule,
        rule.prompting().get().missed().get(),
        Episode.of(happening),
        Instant.MAX,
        words == null
            ? List.of()
            : List.of(new Because.Said(Mention.of(happening, words.span(), null).evidence())),
        Optional.empty(),
        Optional.ofNullable(words).map(Cue::text).filter(text -> !text.isEmpty()),
        Optional.ofNullable(words).flatMap(Cue::value),
        false);
  }

  /** The call of a promise that is about to fall due, or is late; null when there is none. */
  static @Nullable Call of(Rule.Timer rule, @Nullable Promise promise) {
    if (rule.prompting().isEmpty() || promise == null) {
      return null;
    }
    Prompting prompting = rule.prompting().get();
    Optional<Severity> severity =
        promise.state() == CommitmentState.MISSED ? prompting.missed() : prompting.atRisk();
    List<Because> because = new ArrayList<>();
    Mention.evidence(promise.places(), 1).forEach(said -> because.add(new Because.Said(said)));
    because.add(new Because.Deadline(rule.id(), promise.deadline()));
    return severity
        .map(
            insistence ->
                new Call(
                    rule,
                    insistence,
                    promise.episode(),
                    promise.deadline(),
                    because,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false))
        .orElse(null);
  }

  /** The call of a clock that is about to run out, or has; null when it has nothing to say. */
  static @Nullable Call of(Rule.Timer rule, TimerMark mark, Instant now) {
    if (rule.prompting().isEmpty()) {
      return null;
    }
    Prompting prompting = rule.prompting().get();
    Optional<Severity> severity =
        mark.state() == TimerState.BREACHED
            ? prompting.missed()
            : mark.state() == TimerState.RUNNING
                    && !mark.standsStill()
                    && !mark.atRisk(rule).isAfter(now)
                ? prompting.atRisk()
                : Optional.empty();
    return severity
        .map(
            insistence ->
                new Call(
                    rule,
                    insistence,
                    Episode.of(mark),
                    mark.deadline(),
                    List.of(new Because.Deadline(rule.id(), mark.deadline())),
                    Optional.of(TimerJudge.length(rule, mark)),
                    Optional.empty(),
                    Optional.empty(),
                    false))
        .orElse(null);
  }
}
