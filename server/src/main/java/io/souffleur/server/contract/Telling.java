package io.souffleur.server.contract;

import io.souffleur.server.core.State;
import io.souffleur.server.core.View;
import io.souffleur.server.core.conversation.CommitmentState;
import io.souffleur.server.core.conversation.CustomerCourse;
import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.rule.Norm;
import io.souffleur.server.core.rule.Prompting;
import io.souffleur.server.core.rule.Rule;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.rule.Words;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Puts what the core decided into the words of whoever reads it: titles and texts in the reader's
 * language, phrases always in the conversation's.
 */
public final class Telling {

  private Telling() {}

  /** The language of a conversation: its own once known, until then that of its checklist. */
  static Language language(State state) {
    return state
        .facts()
        .language()
        .or(() -> state.checklist().map(Checklist::language))
        .orElse(Language.ENGLISH);
  }

  /**
   * An update on the wire.
   *
   * @param language of titles and texts; empty: the conversation's own
   */
  public static CoachingUpdate update(
      ConversationKey conversation, Told told, Optional<Language> language) {
    Language read = language.orElse(told.language());
    return switch (told.update()) {
      case Update.Cues cues -> cues(conversation, cues);
      case Update.Item item -> item(conversation, item, told, read);
      case Update.Hint hint -> hint(conversation, hint, told, read);
      case Update.HintWithdrawn gone ->
          new CoachingUpdate.HintWithdrawn(
              conversation, gone.seq(), gone.at(), gone.hint().key(), Terms.reason(gone.reason()));
      case Update.Timer timer -> timer(conversation, timer, told, read);
      case Update.Commitment promise -> commitment(conversation, promise);
      case Update.Summary summary -> summary(conversation, summary);
    };
  }

  /** Everything that is on show, at {@code now}. */
  public static Snapshot snapshot(
      ConversationKey conversation,
      String epoch,
      State state,
      Instant now,
      Optional<Language> language) {
    View view = state.view();
    Function<Update, Told> told = update -> Told.of(update, state);
    Language read = language.orElseGet(() -> language(state));
    return new Snapshot(
        conversation,
        epoch,
        state.seq(),
        now,
        facts(state.facts()),
        Terms.stage(view.stage()),
        view.items().stream()
            .map(item -> item(conversation, item, told.apply(item), read))
            .toList(),
        view.timers().stream()
            .map(timer -> timer(conversation, timer, told.apply(timer), read))
            .toList(),
        each(view.commitments(), promise -> commitment(conversation, promise)),
        view.hints().stream()
            .map(hint -> hint(conversation, hint, told.apply(hint), read))
            .toList(),
        view.summary().map(summary -> summary(conversation, summary)));
  }

  /** What is still owed to the customer, in time or late. */
  public static List<CoachingUpdate.Commitment> owed(ConversationKey conversation, State state) {
    return state.commitments().stream()
        .filter(promise -> promise.state() != CommitmentState.KEPT)
        .map(promise -> commitment(conversation, promise))
        .toList();
  }

  private static Snapshot.Facts facts(Facts facts) {
    return new Snapshot.Facts(
        Terms.medium(facts.medium()),
        facts.queue(),
        facts.reason(),
        facts.language().map(Language::tag),
        Terms.customer(facts.customer()),
        facts.agent().map(Terms::agent),
        facts.started(),
        facts.ended());
  }

  private static CoachingUpdate.Cues cues(ConversationKey conversation, Update.Cues cues) {
    return new CoachingUpdate.Cues(
        conversation,
        cues.seq(),
        cues.at(),
        Terms.message(cues.message()),
        Terms.author(cues.author()),
        cues.language(),
        each(cues.cues(), Telling::cue),
        Terms.stage(cues.stage()));
  }

  private static CoachingUpdate.Cue cue(Cue cue) {
    return new CoachingUpdate.Cue(
        cue.name().wireName(),
        cue.span().start(),
        cue.span().end(),
        cue.text(),
        cue.confidence(),
        cue.value());
  }

  private static CoachingUpdate.Item item(
      ConversationKey conversation, Update.Item item, Told told, Language read) {
    Checklist checklist = checklist(told);
    Rule.Item rule = itemOf(checklist, item.item());
    return new CoachingUpdate.Item(
        conversation,
        item.seq(),
        item.at(),
        item.item().key(),
        Terms.state(item.state()),
        item.count(),
        item.target(),
        item.due(),
        each(item.evidence(), Telling::span),
        norms(rule),
        rule.title().in(read),
        rule.stage().map(Terms::stage),
        rule.why().in(read),
        checklist.name(),
        checklist.version(),
        item.contest().map(word -> new CoachingUpdate.Contest(word.at(), word.comment())));
  }

  private static CoachingUpdate.Hint hint(
      ConversationKey conversation, Update.Hint hint, Told told, Language read) {
    Checklist checklist = checklist(told);
    Rule rule =
        checklist.rules().placeOfItem(hint.item()) >= 0
            ? itemOf(checklist, hint.item())
            : timerOf(checklist, hint.item());
    return new CoachingUpdate.Hint(
        conversation,
        hint.seq(),
        hint.at(),
        hint.hint().key(),
        hint.item().key(),
        Terms.severity(hint.severity()),
        words(rule, Prompting::title, rule.title()).in(read),
        words(rule, Prompting::text, rule.why()).in(read),
        each(hint.because(), Telling::because),
        phrases(rule, hint, told.language()),
        hint.expires(),
        told.language().tag());
  }

  private static Words words(Rule rule, Function<Prompting, Words> which, Words otherwise) {
    return rule.prompting().map(which).orElse(otherwise);
  }

  private static List<String> phrases(Rule rule, Update.Hint hint, Language spoken) {
    return rule.prompting().stream()
        .flatMap(prompting -> prompting.phrases().getOrDefault(spoken, List.of()).stream())
        .flatMap(phrase -> phrase.filled(hint.variables(), spoken).stream())
        .distinct()
        .toList();
  }

  private static CoachingUpdate.Timer timer(
      ConversationKey conversation, Update.Timer timer, Told told, Language read) {
    Rule rule = timerOf(checklist(told), timer.timer());
    return new CoachingUpdate.Timer(
        conversation,
        timer.seq(),
        timer.at(),
        timer.timer().key(),
        Terms.state(timer.state()),
        timer.deadline(),
        norms(rule),
        rule.title().in(read),
        timer.started(),
        timer.atRisk());
  }

  private static CoachingUpdate.Commitment commitment(
      ConversationKey conversation, Update.Commitment promise) {
    return new CoachingUpdate.Commitment(
        conversation,
        promise.seq(),
        promise.at(),
        promise.commitment().key(),
        Terms.state(promise.state()),
        promise.deadline(),
        promise.made(),
        promise.atRisk(),
        promise.day(),
        each(promise.evidence(), Telling::span),
        promise.from().map(from -> new ConversationKey(from.key())));
  }

  private static CoachingUpdate.Summary summary(
      ConversationKey conversation, Update.Summary summary) {
    return new CoachingUpdate.Summary(
        conversation,
        summary.seq(),
        summary.at(),
        summary.score().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        byKey(summary.items(), Terms::state),
        byKey(summary.timers(), Terms::state),
        commitments(summary),
        byKey(summary.figures(), count -> count),
        summary.durations(),
        byKey(summary.hints(), Telling::counts),
        Terms.medium(summary.medium()),
        customer(summary.customer()));
  }

  private static CoachingUpdate.CustomerCourse customer(CustomerCourse course) {
    return new CoachingUpdate.CustomerCourse(
        course.reason(),
        course.first().map(Terms::feeling),
        course.last().map(Terms::feeling),
        course.worst().map(Terms::feeling),
        course.repetitions(),
        course.resolved());
  }

  private static <S, T> Map<String, T> byKey(Map<RuleId, S> states, Function<S, T> term) {
    Map<String, T> byKey = new LinkedHashMap<>();
    states.forEach((rule, state) -> byKey.put(rule.key(), term.apply(state)));
    return byKey;
  }

  private static Map<String, io.souffleur.wire.CommitmentState> commitments(
      Update.Summary summary) {
    Map<String, io.souffleur.wire.CommitmentState> states = new LinkedHashMap<>();
    summary.commitments().forEach((id, state) -> states.put(id.key(), Terms.state(state)));
    return states;
  }

  private static Map<io.souffleur.wire.Severity, Integer> counts(Showings showings) {
    Map<io.souffleur.wire.Severity, Integer> counts =
        new EnumMap<>(io.souffleur.wire.Severity.class);
    for (Severity severity : Severity.values()) {
      if (showings.of(severity) > 0) {
        counts.put(Terms.severity(severity), showings.of(severity));
      }
    }
    return counts;
  }

  private static io.souffleur.wire.Because because(Because because) {
    return switch (because) {
      case Because.Said said -> new io.souffleur.wire.Because.Said(span(said.evidence()));
      case Because.Deadline deadline ->
          new io.souffleur.wire.Because.Deadline(deadline.timer().key(), deadline.deadline());
    };
  }

  private static Span span(Evidence evidence) {
    return new Span(
        Terms.message(evidence.message()), evidence.span().start(), evidence.span().end());
  }

  private static List<String> norms(Rule rule) {
    return each(rule.norms(), Norm::number);
  }

  /** A stream would cost more than these short lists are worth. */
  private static <S, T> List<T> each(List<S> all, Function<S, T> term) {
    List<T> terms = new ArrayList<>(all.size());
    for (S one : all) {
      terms.add(term.apply(one));
    }
    return terms;
  }

  private static Checklist checklist(Told told) {
    return told.checklist()
        .orElseThrow(() -> new IllegalStateException("an update of a rule, but no checklist"));
  }

  private static Rule.Item itemOf(Checklist checklist, RuleId id) {
    int place = checklist.rules().placeOfItem(id);
    if (place < 0) {
      throw noRule(checklist, id);
    }
    return checklist.items().get(place);
  }

  private static Rule.Timer timerOf(Checklist checklist, RuleId id) {
    int place = checklist.rules().placeOfTimer(id);
    if (place < 0) {
      throw noRule(checklist, id);
    }
    return checklist.timers().get(place);
  }

  private static IllegalStateException noRule(Checklist checklist, RuleId id) {
    return new IllegalStateException(checklist.name() + " has no rule " + id.key());
  }
}
