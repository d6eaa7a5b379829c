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
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
   * A conversation that has not ended.
   *
   * @param imprint its snapshot; null when there is none that can be used
   * @param rest what the journal has after the snapshot; nothing where there is none
   */
  record Live(ConversationId conversation, @Nullable Imprint imprint, List<Entry> rest) {}

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
    Map<ConversationId, Imprint> imprints = new HashMap<>();
    for (ConversationId conversation : live) {
      byte[] bytes = kept.remove(conversation);
      if (bytes != null) {
        Imprint.opened(bytes, conversation, fingerprint)
            .ifPresent(imprint -> imprints.put(conversation, imprint));
      }
    }
    List<Live> all = withRest(journal, live, imprints);
    LOG.info("{} conversations are live, {} of them in snapshots", live.size(), imprints.size());
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

  /**
   * A snapshot must go on where the journal does: one of entries that the journal has otherwise, or
   * no longer, as after a restored backup, is left.
   */
  private static List<Live> withRest(
      Journal journal, List<ConversationId> live, Map<ConversationId, Imprint> imprints) {
    Map<ConversationId, Long> positions = new HashMap<>();
    imprints.forEach((conversation, imprint) -> positions.put(conversation, imprint.position()));
    Map<ConversationId, List<Entry>> entries = new HashMap<>();
    for (Entry entry : journal.from(positions)) {
      entries.computeIfAbsent(entry.conversation(), id -> new ArrayList<>()).add(entry);
    }
    List<Live> all = new ArrayList<>(live.size());
    for (ConversationId conversation : live) {
      Imprint imprint = imprints.get(conversation);
      List<Entry> from = entries.getOrDefault(conversation, List.of());
      boolean goesOn =
          imprint != null
              && !from.isEmpty()
              && from.getFirst().position() == imprint.position()
              && from.getFirst().checksum() == imprint.mark();
      all.add(
          goesOn
              ? new Live(conversation, imprint, List.copyOf(from.subList(1, from.size())))
              : new Live(conversation, null, List.of()));
    }
    return all;
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
