package io.souffleur.server.checklist;

import io.souffleur.server.core.conversation.Stage;
import io.souffleur.server.core.rule.Applies;
import io.souffleur.server.core.rule.Condition;
import io.souffleur.server.core.rule.Due;
import io.souffleur.server.core.rule.Limit;
import io.souffleur.server.core.rule.Requirement;
import io.souffleur.server.core.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A rule as its examples try it: what is said, and in which order, decides. Stages are taken as
 * reached; where, when and with whom as given; nothing comes too late.
 */
final class Simplified {

  private static final Duration LONG = Duration.ofDays(1);

  private Simplified() {}

  static Rule.Item of(Rule.Item item) {
    Applies applies =
        switch (item.applies()) {
          case Applies.Always always -> always;
          case Applies.Once once -> once;
          case Applies.FromStage from -> new Applies.Always();
        };
    return new Rule.Item(
        item.id(),
        item.norms(),
        item.title(),
        item.why(),
        item.stage(),
        of(item.only()),
        applies,
        of(item.requirement()),
        Optional.empty(),
        item.weight());
  }

  private static Requirement of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Avoid avoid ->
          new Requirement.Avoid(avoid.what(), avoid.allowed(), Optional.empty());
      case Requirement.Say say ->
          new Requirement.Say(
              say.what(),
              say.times(),
              say.due() instanceof Due.Before before
                  ? new Due.Before(before.other(), Optional.empty(), before.lately())
                  : new Due.FromStage(Stage.CLOSING),
              OptionalInt.empty(),
              say.atMost(),
              say.after(),
              Optional.empty());
    };
  }

  static Rule.Timer of(Rule.Timer timer) {
    Limit limit =
        switch (timer.limit()) {
          case Limit.Fixed fixed -> new Limit.Fixed(LONG);
          case Limit.Announced announced -> announced;
          case Limit.Promised promised -> promised;
          case Limit.ByCalendar limited -> new Limit.Fixed(LONG);
        };
    return new Rule.Timer(
        timer.id(),
        timer.norms(),
        timer.title(),
        timer.why(),
        of(timer.only()),
        timer.starts(),
        timer.stops(),
        limit,
        timer.atRisk(),
        Set.of(),
        Optional.empty());
  }

  /** A figure as an example of it is judged: a sentence that stands alone needs no condition. */
  static Rule.Figure of(Rule.Figure figure, boolean conversation) {
    return new Rule.Figure(
        figure.id(),
        figure.norms(),
        figure.title(),
        figure.why(),
        conversation ? of(figure.only()) : Condition.ALWAYS,
        figure.counts());
  }

  private static Condition of(Condition condition) {
    return switch (condition) {
      case Condition.Said said -> said;
      case Condition.All(List<Condition> all) -> new Condition.All(each(all));
      case Condition.Any(List<Condition> any) -> new Condition.Any(each(any));
      case Condition.Not(Condition what) -> {
        Condition simple = of(what);
        yield isGiven(simple) ? Condition.ALWAYS : new Condition.Not(simple);
      }
      case Condition.Media media -> Condition.ALWAYS;
      case Condition.Queues queues -> Condition.ALWAYS;
      case Condition.Languages languages -> Condition.ALWAYS;
      case Condition.CustomerNamed named -> Condition.ALWAYS;
      case Condition.CustomerIs is -> Condition.ALWAYS;
      case Condition.StartedAt at -> Condition.ALWAYS;
      case Condition.StartedOn on -> Condition.ALWAYS;
      case Condition.FromStage from -> Condition.ALWAYS;
    };
  }

  private static List<Condition> each(List<Condition> conditions) {
    return conditions.stream().map(Simplified::of).toList();
  }

  /** Whether a simplified condition says nothing of what was said. */
  private static boolean isGiven(Condition simple) {
    return switch (simple) {
      case Condition.All(List<Condition> all) -> all.stream().allMatch(Simplified::isGiven);
      case Condition.Any(List<Condition> any) -> any.stream().allMatch(Simplified::isGiven);
      default -> false;
    };
  }
}
