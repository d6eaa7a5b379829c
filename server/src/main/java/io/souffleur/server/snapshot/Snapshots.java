package io.souffleur.server.snapshot;

import io.souffleur.server.core.conversation.ConversationId;
import java.util.Collection;
import java.util.Map;

/**
 * Where the latest snapshot of each live conversation is kept, as bytes. They hold names of people:
 * what is erased must not be left in the file. Safe for use by any thread.
 *
 * <p>Whatever fails throws an {@link IllegalStateException}; nobody loses more than time by it.
 */
public interface Snapshots extends AutoCloseable {

  /**
   * All that are kept, closed: of each nothing but its beginning is there to read, which says up to
   * which entry it goes ({@link Imprint#positionOf}).
   */
  Map<ConversationId, byte[]> all();

  /** One of those as it was when it was given to be kept; no bytes where it can't be opened. */
  default byte[] opened(ConversationId conversation, byte[] closed) {
    return closed;
  }

  /** Keeps these, bytes of {@link Imprint}s, each in place of the one before. */
  void keep(Map<ConversationId, byte[]> latest);

  /** Erases those of these conversations; one that has none is passed over. */
  void erase(Collection<ConversationId> conversations);

  @Override
  void close();

  /** Nowhere: every start reads the journal. */
  static Snapshots none() {
    return new Snapshots() {
      @Override
      public Map<ConversationId, byte[]> all() {
        return Map.of();
      }

      @Override
      public void keep(Map<ConversationId, byte[]> latest) {}

      @Override
      public void erase(Collection<ConversationId> conversations) {}

      @Override
      public void close() {}
    };
  }
}
