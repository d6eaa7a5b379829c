package io.souffleur.server.core.conversation;

import io.souffleur.server.core.hint.HintId;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.core.text.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the core is told, in order, one conversation at a time. Only events that the journal keeps
 * reach the core: drafts, typing and speech that is not final never do, so that folding the journal
 * gives the very state that was live.
 */
public sealed interface Event {

  /** The instant at which it is handled; never before that of an earlier event. */
  Instant at();

  /**
   * The conversation begins.
   *
   * @param zone where it takes place, for the hour of day
   */
  record Started(
      Instant at,
      Medium medium,
      Optional<String> queue,
      Optional<Language> language,
      Optional<String> reason,
      Customer customer,
      Optional<Agent> agent,
      ZoneId zone)
      implements Event {}

  /**
   * An agent takes the conversation over; from {@code previous}, when it is a transfer. Items and
   * timers belong to the conversation: what one agent has said is said, whoever holds it next.
   */
  record Assigned(Instant at, Agent agent, Optional<String> previous) implements Event {}

  /**
   * A message, or a final utterance.
   *
   * <p>An edit replaces what its message contributed to items; it may bring the stage forward and
   * open rules, but is not one more message: it neither starts nor stops timers, and no count of
   * messages passes. A message whose key was not seen lately is a first version, whatever its
   * number.
   *
   * @param revision 0 for the first version; a higher one replaces the earlier
   * @param note an internal note: never checked, its reading has no cues
   * @param speech when it was spoken, if it was
   */
  record Said(
      Instant at,
      MessageId message,
      Author author,
      Reading reading,
      int revision,
      boolean note,
      Optional<Speech> speech)
      implements Event {

    /** Something written. */
    public Said(
        Instant at, MessageId message, Author author, Reading reading, int revision, boolean note) {
      this(at, message, author, reading, revision, note, Optional.empty());
    }
  }

  /** The phone rings, for the {@code ring}th time where the channel counts. */
  record CallRinging(Instant at, Optional<Integer> ring) implements Event {}

  /** The agent picks up. */
  record CallAnswered(Instant at) implements Event {}

  /** The customer is put on hold. */
  record CallHeld(Instant at) implements Event {}

  /** The agent is back on the line. */
  record CallResumed(Instant at) implements Event {}

  /** The conversation is over. */
  record Ended(Instant at, Optional<Resolution> resolution) implements Event {}

  /** The customer answered a survey; allowed after the end. */
  record SurveyAnswered(Instant at, String kind, double score) implements Event {}

  /**
   * The agent inserted a phrase of a hint. It stays until it is satisfied or expires, and does not
   * grow except for a breach.
   */
  record HintUsed(Instant at, HintId hint) implements Event {}

  /** The agent put a hint away: its rule stays silent, except for a breach. */
  record HintDismissed(Instant at, HintId hint) implements Event {}

  /** The agent says that a hint is not right: its rule stays silent for good. */
  record HintWrong(Instant at, HintId hint) implements Event {}

  /** The agent contests how an item or timer was judged: its rule stays silent for good. */
  record ItemContested(Instant at, RuleId item, Optional<String> comment) implements Event {}

  /** The agent says that a promise is kept; allowed after the end, and after its deadline. */
  record CommitmentKept(Instant at, CommitmentId commitment) implements Event {}

  /** The agent says that a promise is not kept after all. */
  record CommitmentReopened(Instant at, CommitmentId commitment) implements Event {}

  /** A promise of an earlier conversation with the same customer is still open. */
  record CommitmentCarried(Instant at, Promised promised) implements Event {}

  /** An instant the core asked to be woken at has come. */
  record Woken(Instant at) implements Event {}
}
