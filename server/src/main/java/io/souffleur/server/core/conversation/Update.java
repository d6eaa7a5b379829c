package io.souffleur.server.core.conversation;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.hint.Because;
import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.hint.Severity;
import io.souffleur.server.core.hint.Showings;
import io.souffleur.server.core.hint.Variables;
import io.souffleur.server.core.hint.WithdrawalReason;
import io.souffleur.server.core.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What changed for the people who watch a conversation. Words are left out: titles and phrases are
 * taken from the checklist when an update is put into the language of whoever reads it.
 */
public sealed interface Update {

  /** Per conversation, from 1, no gaps. */
  long seq();

  /** When it became so. */
  Instant at();

  /** What a message shows; one for every message. */
  record Cues(
      long seq,
      Instant at,
      MessageId message,
      Author author,
      String language,
      List<Cue> cues,
      Stage stage)
      implements Update {
    public Cues {
      cues = List.copyOf(cues);
    }
  }

  /**
   * An item stands differently.
   *
   * @param count how often so far, where the rule counts
   * @param target how often it takes, where the rule counts
   * @param due when it comes due, where that is an instant
   * @param contest the agent's latest word against it
   */
  record Item(
      long seq,
      Instant at,
      RuleId item,
      ItemState state,
      OptionalInt count,
      OptionalInt target,
      Optional<Instant> due,
      List<Evidence> evidence,
      Optional<Contest> contest)
      implements Update {
    public Item {
      evidence = List.copyOf(evidence);
    }
  }

  /** A hint is shown, or shown more insistently under the same id. */
  record Hint(
      long seq,
      Instant at,
      HintId hint,
      RuleId item,
      Severity severity,
      List<Because> because,
      Variables variables,
      Instant expires)
      implements Update {
    public Hint {
      because = List.copyOf(because);
    }
  }

  /** A hint goes away. */
  record HintWithdrawn(long seq, Instant at, HintId hint, WithdrawalReason reason)
      implements Update {}

  /**
   * A timer stands differently.
   *
   * @param started since when it runs
   * @param atRisk from when on it is about to run out
   */
  record Timer(
      long seq,
      Instant at,
      RuleId timer,
      TimerState state,
      Instant started,
      Instant atRisk,
      Instant deadline)
      implements Update {}

  /**
   * A promise of the agent stands differently.
   *
   * @param made when it was made
   * @param atRisk from when on it is about to fall due
   * @param deadline the instant at which it is late
   * @param day the day to whose end it was promised; empty: to a time of the clock
   * @param evidence where it was made, in messages of {@code from} where that is present
   * @param from the earlier conversation in which it was made; empty: this one
   */
  record Commitment(
      long seq,
      Instant at,
      CommitmentId commitment,
      CommitmentState state,
      Instant made,
      Instant atRisk,
      Instant deadline,
      Optional<LocalDate> day,
      List<Evidence> evidence,
      Optional<ConversationId> from)
      implements Update {
    public Commitment {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * How it went, once at the end.
   *
   * @param score weight of what was done over the weight of what applied, 0 to 1; empty when
   *     nothing applied
   *     <p>The maps keep their order: that of the checklist, and a fixed one for durations.
   * @param items how every item stands
   * @param timers how each timer that ran came out: breached when any of its runs was
   * @param commitments how every promise stands that was not withdrawn
   * @param figures what the figures of the checklist counted
   * @param durations {@code total}; {@code first-response}, from the start to the agent's first
   *     message; {@code mean-response} and {@code longest-response}, from the customer's first
   *     unanswered message to the agent's next one; those that are not known are absent
   * @param hints how often each rule spoke, of those that did
   * @param medium how the two talked
   * @param customer how it went for the customer
   */
  record Summary(
      long seq,
      Instant at,
      Optional<Double> score,
      Map<RuleId, ItemState> items,
      Map<RuleId, TimerState> timers,
      Map<CommitmentId, CommitmentState> commitments,
      Map<RuleId, Integer> figures,
      Map<String, Duration> durations,
      Map<RuleId, Showings> hints,
      Medium medium,
      CustomerCourse customer)
      implements Update {
    public Summary {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
      timers = Collections.unmodifiableMap(new LinkedHashMap<>(timers));
      commitments = Collections.unmodifiableMap(new LinkedHashMap<>(commitments));
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      durations = Collections.unmodifiableMap(new LinkedHashMap<>(durations));
      hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
    }
  }
}
