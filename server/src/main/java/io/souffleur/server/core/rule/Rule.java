package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One norm of the house as the machine judges it: an item, a timer, or a figure. */
public sealed interface Rule {

  RuleId id();

  /** The norms it serves. */
  List<Norm> norms();

  /** What the item or timer is called on screen. */
  Words title();

  /** Why it exists, for the agent. */
  Words why();

  /** What must hold for it to apply. */
  Condition only();

  /** What it shows; empty for a rule that only ticks. */
  Optional<Prompting> prompting();

  /**
   * An item of the checklist.
   *
   * @param stage under which it is listed; empty: throughout
   * @param weight in the score of the summary, at least 0
   * @param drafting what the check of a draft says about it, where the house has its own words
   */
  record Item(
      RuleId id,
      List<Norm> norms,
      Words title,
      Words why,
      Optional<Stage> stage,
      Condition only,
      Applies applies,
      Requirement requirement,
      Optional<Prompting> prompting,
      double weight,
      Optional<Drafting> drafting)
      implements Rule {
    public Item {
      norms = List.copyOf(norms);
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("weight is at least 0: " + weight);
      }
    }

    /** An item about which the check of a draft says what its hint says. */
    public Item(
        RuleId id,
        List<Norm> norms,
        Words title,
        Words why,
        Optional<Stage> stage,
        Condition only,
        Applies applies,
        Requirement requirement,
        Optional<Prompting> prompting,
        double weight) {
      this(
          id,
          norms,
          title,
          why,
          stage,
          only,
          applies,
          requirement,
          prompting,
          weight,
          Optional.empty());
    }
  }

  /**
   * A clock. Runs from one of {@code starts} (a running one is not restarted) to one of {@code
   * stops}.
   *
   * @param atRisk from which share of its time on it is at risk, in (0, 1)
   * @param pauses what makes it stand still; its deadline moves by as much
   */
  record Timer(
      RuleId id,
      List<Norm> norms,
      Words title,
      Words why,
      Condition only,
      List<Moment> starts,
      List<Moment> stops,
      Limit limit,
      double atRisk,
      Set<Pause> pauses,
      Optional<Prompting> prompting)
      implements Rule {
    public Timer {
      norms = List.copyOf(norms);
      starts = List.copyOf(starts);
      stops = List.copyOf(stops);
      pauses = Set.copyOf(pauses);
      if (!(atRisk > 0 && atRisk < 1)) {
        throw new IllegalArgumentException("at risk from a share between 0 and 1: " + atRisk);
      }
    }
  }

  /**
   * A number that the summary carries for those who look at many conversations. It is never a
   * score, and no hint comes of it.
   *
   * @param only what must hold at the time for it to count
   * @param counts what is counted
   */
  record Figure(RuleId id, List<Norm> norms, Words title, Words why, Condition only, Counted counts)
      implements Rule {
    public Figure {
      norms = List.copyOf(norms);
    }

    @Override
    public Optional<Prompting> prompting() {
      return Optional.empty();
    }
  }
}
