package io.souffleur.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is on show for a conversation; replaces whatever the desk knew of it.
 *
 * @param seq of the last update it contains; 0 before the first
 * @param now the server's time
 * @param items whole updates, each with the {@code seq} and {@code at} it had
 */
public record Snapshot(
    ConversationKey conversation,
    String epoch,
    long seq,
    Instant now,
    Facts facts,
    Stage stage,
    List<CoachingUpdate.Item> items,
    List<CoachingUpdate.Timer> timers,
    List<CoachingUpdate.Commitment> commitments,
    List<CoachingUpdate.Hint> hints,
    Optional<CoachingUpdate.Summary> summary)
    implements DeskReply {

  public Snapshot {
    Checks.key("epoch", epoch);
    Checks.notNegative("seq", seq);
    items = List.copyOf(items);
    timers = List.copyOf(timers);
    commitments = List.copyOf(commitments);
    hints = List.copyOf(hints);
  }

  /**
   * Who talks with whom, how and since when.
   *
   * @param language of the conversation, once known, a BCP 47 tag
   */
  public record Facts(
      Medium medium,
      Optional<String> queue,
      Optional<String> reason,
      Optional<String> language,
      CustomerRef customer,
      Optional<AgentRef> agent,
      Instant started,
      Optional<Instant> ended) {
    public Facts {
      Checks.language("language", language);
    }
  }
}
