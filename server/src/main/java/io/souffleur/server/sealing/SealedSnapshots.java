package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.snapshot.Snapshots;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/**
 * Snapshots sealed with the keys of their conversations, for they hold names of people. Safe for
 * use by any thread.
 */
public final class SealedSnapshots implements Snapshots {

  private final Snapshots snapshots;
  private final SealedJournal journal;

  /**
   * Seals what is kept from now on.
   *
   * @param snapshots closed with these
   * @param journal that has the keys; the caller's
   */
  public SealedSnapshots(Snapshots snapshots, SealedJournal journal) {
    this.snapshots = snapshots;
    this.journal = journal;
  }

  /** Asked at the start, before anything can be erased. One that can't be opened is no bytes. */
  @Override
  public Map<ConversationId, byte[]> all() {
    Map<ConversationId, byte[]> sealed = snapshots.all();
    Map<ConversationId, DataKey> keys = journal.keysAtStart(sealed.keySet());
    Map<ConversationId, byte[]> all = new HashMap<>();
    sealed.forEach(
        (conversation, bytes) -> all.put(conversation, opened(conversation, bytes, keys)));
    return all;
  }

  private static byte[] opened(
      ConversationId conversation, byte[] bytes, Map<ConversationId, DataKey> keys) {
    DataKey key = keys.get(conversation);
    try {
      return key == null ? new byte[0] : key.open(conversation, bytes);
    } catch (AEADBadTagException e) {
      return new byte[0];
    }
  }

  /** One of a conversation that has no key any more is left out. */
  @Override
  public void keep(Map<ConversationId, byte[]> latest) {
    Map<ConversationId, DataKey> keys = journal.keys(latest.keySet());
    Map<ConversationId, byte[]> sealed = new HashMap<>();
    keys.forEach(
        (conversation, key) -> {
          byte[] bytes = latest.get(conversation);
          if (bytes != null) {
            sealed.put(conversation, key.seal(conversation, bytes));
          }
        });
    snapshots.keep(sealed);
  }

  @Override
  public void erase(Collection<ConversationId> conversations) {
    snapshots.erase(conversations);
  }

  @Override
  public void close() {
    snapshots.close();
  }
}
