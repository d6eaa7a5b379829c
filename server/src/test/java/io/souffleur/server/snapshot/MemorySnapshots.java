package io.souffleur.server.snapshot;

import io.souffleur.server.core.conversation.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Snapshots in memory. Stays what it is when closed and opened. */
public final class MemorySnapshots implements Snapshots {

  private static final long PATIENCE_SECONDS = 20;

  private final Map<ConversationId, byte[]> kept = new HashMap<>();

  public MemorySnapshots() {}

  /** Those of this moment, which later ones do not change. */
  public synchronized MemorySnapshots asTheyAre() {
    MemorySnapshots copy = new MemorySnapshots();
    copy.kept.putAll(kept);
    return copy;
  }

  @Override
  public synchronized Map<ConversationId, byte[]> all() {
    return Map.copyOf(kept);
  }

  @Override
  public synchronized void keep(Map<ConversationId, byte[]> latest) {
    kept.putAll(latest);
    notifyAll();
  }

  /** Waits until there is one of {@code conversation}. */
  public synchronized void await(ConversationId conversation) throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!kept.containsKey(conversation)) {
      long millis = TimeUnit.NANOSECONDS.toMillis(patience - System.nanoTime());
      if (millis <= 0) {
        throw new AssertionError("no snapshot of " + conversation.key());
      }
      wait(millis);
    }
  }

  @Override
  public synchronized void erase(Collection<ConversationId> conversations) {
    conversations.forEach(kept::remove);
  }

  @Override
  public void close() {}
}
