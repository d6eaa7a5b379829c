package io.souffleur.server.core.conversation;

/** The channel's key of a conversation: 1 to 128 characters. */
public record ConversationId(String key) {

  public ConversationId {
    if (key.isEmpty() || key.length() > 128) {
      throw new IllegalArgumentException("a conversation's key has 1 to 128 characters");
    }
  }
}
