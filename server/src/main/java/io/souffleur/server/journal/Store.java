package io.souffleur.server.journal;

import io.souffleur.server.core.conversation.ConversationId;
import java.sql.SQLException;
import java.util.List;

/** Where one writer makes entries durable. For one thread. */
interface Store extends AutoCloseable {

  /** Makes all of {@code entries} durable, or none. Returns only once they are. */
  void keep(List<Entry> entries) throws SQLException;

  /** Whether to try to keep an entry, while there may be little room. */
  default boolean admits(Entry entry) {
    return true;
  }

  /** Deletes all entries of {@code conversations}, so that no file of the store has them. */
  void erase(List<ConversationId> conversations) throws SQLException;

  /** Writes all of {@code entries} anew in their places, or none. Returns once that is durable. */
  void rewrite(List<Entry> entries) throws SQLException;

  /** Leaves nothing that can be read of what was written anew and lay open before. */
  default void scrub() throws SQLException {}

  /** Asks whether it is still there; from time to time while there is nothing to keep. */
  default void probe() throws SQLException {}

  /** Lets go of it; nothing is kept any more. */
  @Override
  default void close() throws SQLException {}

  /** What an exception of {@link #keep} means for the entries it was about. */
  Trouble trouble(SQLException exception);

  /** The kinds of failure that are told apart. */
  enum Trouble {
    /** No room; nothing is lost but these entries. */
    NO_ROOM,
    /** One of the entries contradicts what is there. */
    CLASH,
    /** Nobody knows what is on disk. */
    BROKEN
  }
}
