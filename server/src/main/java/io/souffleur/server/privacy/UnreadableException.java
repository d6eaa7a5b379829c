package io.souffleur.server.privacy;

import io.souffleur.server.core.conversation.ConversationId;

/** Nothing was exported, because not all of it can be read. */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableException(ConversationId conversation, IllegalStateException cause) {
    super(
        "nothing was exported: conversation "
            + conversation.key()
            + " can't be read ("
            + cause.getMessage()
            + "); give back the keys.db and the master key that belong to this journal, or export"
            + " the conversations that can be read one by one",
        cause);
  }
}
