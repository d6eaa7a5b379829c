package io.souffleur.server.privacy;

import io.souffleur.wire.ConversationKey;

/** Whose data are meant. */
public sealed interface Subject {

  /** All conversations of a customer, by the channel's key of theirs. */
  record Customer(String key) implements Subject {
    public Customer {
      if (key.isBlank()) {
        throw new IllegalArgumentException("a customer has a key");
      }
    }
  }

  /** One conversation. */
  record Conversation(ConversationKey key) implements Subject {}
}
