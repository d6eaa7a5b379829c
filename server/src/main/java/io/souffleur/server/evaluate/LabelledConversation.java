package io.souffleur.server.evaluate;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.Medium;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation with what somebody said its messages show.
 *
 * @param language a BCP 47 tag; {@code und} when nobody said
 * @param annotated which labels were looked for, by who wrote: the absence of another means nothing
 */
record LabelledConversation(
    ConversationKey id,
    String language,
    Medium medium,
    CustomerRef customer,
    Optional<AgentRef> agent,
    Map<Author, Set<String>> annotated,
    List<Turn> turns) {

  LabelledConversation {
    annotated = Map.copyOf(annotated);
    turns = List.copyOf(turns);
  }

  /**
   * One message.
   *
   * @param labels what it shows
   * @param skip labels that nobody can tell for this message
   * @param language of this message, where somebody said
   * @param at when it was written, where that is known
   */
  record Turn(
      Author role,
      String text,
      Set<String> labels,
      Set<String> skip,
      Optional<String> language,
      Optional<OffsetDateTime> at,
      Optional<Speech> speech) {

    Turn {
      labels = Set.copyOf(labels);
      skip = Set.copyOf(skip);
    }
  }

  /** When it was spoken, in ms from the start of the call. */
  record Speech(long start, long end) {}
}
