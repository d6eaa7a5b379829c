package io.souffleur.server.lane;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.snapshot.Fingerprint;
import io.souffleur.server.snapshot.Imprint;
import io.souffleur.server.snapshot.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start reads of the journal and of the snapshots, in a few statements and before anybody
 * coaches: so it can be read while the models are. Immutable.
 */
public final class Past {

  private static final Logger LOG = LoggerFactory.getLogger(Past.class);

  private final Journal journal;
  private final Snapshots snapshots;
  private final Fingerprint fingerprint;
  private final PromiseBook promises;
  private final List<Live> live;
  private final Set<ConversationId> stale;

  private Past(
      Journal journal,
      Snapshots snapshots,
      Fingerprint fingerprint,
      PromiseBook promises,
      List<Live> live,
      Set<ConversationId> stale) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.fingerprint = fingerprint;
    this.promises = promises;
    this.live = live;
    this.stale = stale;
  }

  /**
   * A conversation that has not ended; nothing of it is opened before it is asked for.
   *
   * @param imprint its snapshot; empty when there is none that can be used
   * @param entries what the journal has from the last entry of the snapshot on; nothing where there
   *     is no snapshot
   */
  record Live(
      ConversationId conversation,
      Supplier<Optional<Imprint>> imprint,
      Supplier<List<Entry>> entries) {

    private static Live whole(ConversationId conversation) {
      return new Live(conversation, Optional::empty, List::of);
    }

    /**
     * Its snapshot, and what came after. A snapshot must go on where the journal does: one of
     * entries that the journal has otherwise, or no longer, as after a restored backup, is left.
     */
    Optional<Since> since() {
      Optional<Imprint> found = imprint.get();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      List<Entry> from = entries.get();
      boolean goesOn =
          !from.isEmpty()
              && from.getFirst().position() == found.get().position()
              && from.getFirst().checksum() == found.get().mark();
      return goesOn
          ? Optional.of(new Since(found.get(), List.copyOf(from.subList(1, from.size()))))
          : Optional.empty();
    }
  }

  /**
   * A snapshot that can be used.
   *
   * @param rest what the journal has after it
   */
  record Since(Imprint imprint, List<Entry> rest) {}

  /**
   * Reads it.
   *
   * @param journal the caller's, as are the snapshots: closed after the lanes
   * @param fingerprint of the program and of what it coaches by
   */
  public static Past read(
      Journal journal, Snapshots snapshots, Fingerprint fingerprint, Instant now) {
    List<ConversationId> live = journal.live();
    Map<ConversationId, byte[]> kept = kept(snapshots);
    Map<ConversationId, Long> positions = new HashMap<>();
    for (ConversationId conversation : live) {
      byte[] bytes = kept.get(conversation);
      if (bytes != null) {
        positions.put(conversation, Imprint.positionOf(bytes));
      }
    }
    Map<ConversationId, Supplier<List<Entry>>> entries = journal.openedLater(positions);
    List<Live> all = new ArrayList<>(live.size());
    for (ConversationId conversation : live) {
      byte[] bytes = kept.remove(conversation);
      all.add(
          bytes == null
              ? Live.whole(conversation)
              : new Live(
                  conversation,
                  () ->
                      Imprint.opened(
                          snapshots.opened(conversation, bytes), conversation, fingerprint),
                  entries.getOrDefault(conversation, List::of)));
    }
    LOG.info("{} conversations are live, {} of them with snapshots", live.size(), positions.size());
    PromiseBook promises = BookReader.read(journal, now);
    return new Past(journal, snapshots, fingerprint, promises, all, new HashSet<>(kept.keySet()));
  }

  private static Map<ConversationId, byte[]> kept(Snapshots snapshots) {
    try {
      return new HashMap<>(snapshots.all());
    } catch (IllegalStateException e) {
      LOG.warn("the journal is read instead of the snapshots", e);
      return new HashMap<>();
    }
  }

  Journal journal() {
    return journal;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  PromiseBook promises() {
    return promises;
  }

  List<Live> live() {
    return live;
  }

  /** Of which there are snapshots though they are not live. */
  Set<ConversationId> stale() {
    return stale;
  }
}
