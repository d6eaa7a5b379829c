package io.souffleur.server.replay;

import io.souffleur.wire.ConversationKey;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of conversations that have ended, for repeated and late ones: of as many of the last
 * conversations as had {@code most} events together. For one thread.
 */
final class Ended {

  /**
   * One of them.
   *
   * @param end when it ended; empty where its coaching had stopped by then
   * @param surveyed whether its customer has answered a survey
   */
  record Over(Fingerprints seen, Optional<Instant> end, boolean surveyed) {}

  private final int most;
  private final Map<ConversationKey, Over> conversations = new LinkedHashMap<>();
  private int events;

  Ended(int most) {
    this.most = most;
  }

  /** What is known of {@code conversation}; null when it has not ended, or is forgotten. */
  @Nullable Over of(ConversationKey conversation) {
    return conversations.get(conversation);
  }

  /** Remembers {@code conversation}, and forgets the oldest where there are too many events. */
  void add(ConversationKey conversation, Over over) {
    conversations.put(conversation, over);
    events += over.seen().size();
    Iterator<Over> oldest = conversations.values().iterator();
    while (events > most && conversations.size() > 1) {
      events -= oldest.next().seen().size();
      oldest.remove();
    }
  }

  /** The customer of {@code conversation} has answered a survey. */
  void surveyed(ConversationKey conversation) {
    conversations.computeIfPresent(
        conversation, (key, over) -> new Over(over.seen(), over.end(), true));
  }
}
