package io.souffleur.server.sealing;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.snapshot.Imprint;
import io.souffleur.server.snapshot.Snapshots;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

  /** Asked at the start, before anything can be erased. */
  @Override
  public Map<ConversationId, byte[]> all() {
    Map<ConversationId, byte[]> sealed = snapshots.all();
    journal.rememberKeys(sealed.keySet());
    return sealed;
  }

  @Override
  public byte[] opened(ConversationId conversation, byte[] closed) {
    DataKey key = journal.keys(Set.of(conversation)).get(conversation);
    if (key == null || closed.length < Imprint.POSITION_BYTES) {
      return new byte[0];
    }
    try {
      byte[] rest = Arrays.copyOfRange(closed, Imprint.POSITION_BYTES, closed.length);
      return behindPosition(closed, key.open(conversation, rest));
    } catch (AEADBadTagException e) {
      return new byte[0];
    }
  }

  private static byte[] behindPosition(byte[] from, byte[] rest) {
    return ByteBuffer.allocate(Imprint.POSITION_BYTES + rest.length)
        .put(from, 0, Imprint.POSITION_BYTES)
        .put(rest)
        .array();
  }

  /** Seals all but the position. One of a conversation that has no key any more is left out. */
  @Override
  public void keep(Map<ConversationId, byte[]> latest) {
    Map<ConversationId, DataKey> keys = journal.keys(latest.keySet());
    Map<ConversationId, byte[]> sealed = new HashMap<>();
    keys.forEach(
        (conversation, key) -> {
          byte[] bytes = latest.get(conversation);
          if (bytes != null) {
            byte[] rest = Arrays.copyOfRange(bytes, Imprint.POSITION_BYTES, bytes.length);
            sealed.put(conversation, behindPosition(bytes, key.seal(conversation, rest)));
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
