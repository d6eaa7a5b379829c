package io.souffleur.server.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A promise that outlives its conversation, as it is handed to the customer's next one.
 *
 * @param conversation in which it was made
 * @param made when
 * @param atRisk from when on it is about to fall due
 * @param deadline the instant at which it is late
 * @param day the day to whose end it was promised; empty: to a time of the clock
 * @param evidence in messages of {@code conversation}
 */
public record Promised(
    ConversationId conversation,
    Instant made,
    Instant atRisk,
    Instant deadline,
    Optional<LocalDate> day,
    List<Evidence> evidence) {

  public Promised {
    evidence = List.copyOf(evidence);
  }

  /** Whether the two are one promise, told once more. */
  public boolean isSameAs(Promised other) {
    return conversation.equals(other.conversation)
        && made.equals(other.made)
        && deadline.equals(other.deadline);
  }
}
