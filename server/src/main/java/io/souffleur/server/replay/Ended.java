package io.souffleur.server.replay;

import io.souffleur.wire.ConversationKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of conversations that have ended, for repeated and late ones: of as many of the last
 * conversations as had {@code most} events together. For one thread.
 */
final class Ended {

  private final int most;
  private final Map<ConversationKey, Fingerprints> conversations = new LinkedHashMap<>();
  private int events;

  Ended(int most) {
    this.most = most;
  }

  /** The events of {@code conversation}; null when it has not ended, or is forgotten. */
  @Nullable Fingerprints of(ConversationKey conversation) {
    return conversations.get(conversation);
  }

  /** Remembers {@code conversation}, and forgets the oldest where there are too many events. */
  void add(ConversationKey conversation, Fingerprints seen) {
    conversations.put(conversation, seen);
    events += seen.size();
    Iterator<Fingerprints> oldest = conversations.values().iterator();
    while (events > most && conversations.size() > 1) {
      events -= oldest.next().size();
      oldest.remove();
    }
  }
}
