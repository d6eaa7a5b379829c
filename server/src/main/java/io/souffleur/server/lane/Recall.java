package io.souffleur.server.lane;

import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.snapshot.Imprint;
import io.souffleur.wire.ConversationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings conversations back into memory: from the whole of their journal, or from a snapshot and
 * what came after it. For a lane's thread.
 */
final class Recall {

  private static final Logger LOG = LoggerFactory.getLogger(Recall.class);

  private final Surroundings around;
  private final Fold fold;

  Recall(Surroundings around, Fold fold) {
    this.around = around;
    this.fold = fold;
  }

  /** The conversation, from its journal; null when it was never started. */
  @Nullable Resident whole(ConversationKey key) {
    List<Entry> entries = around.journal().read(new ConversationId(key.value()));
    if (entries.isEmpty()) {
      return null;
    }
    Resident resident = new Resident(key, entries.getFirst().channel());
    entries.forEach(entry -> fold.again(resident, entry));
    return resident;
  }

  /** The same, from its snapshot where that can be used. */
  @Nullable Resident of(Past.Live live) {
    ConversationKey key = new ConversationKey(live.conversation().key());
    Past.Since since = live.since().orElse(null);
    Resident resident = since == null ? null : imprinted(key, since.imprint());
    if (since == null || resident == null) {
      return whole(key);
    }
    since.rest().forEach(entry -> fold.again(resident, entry));
    return resident;
  }

  /** Null when the snapshot can't be used. */
  private @Nullable Resident imprinted(ConversationKey key, Imprint imprint) {
    Resident resident = new Resident(key, imprint.channel(), new KnownKeys(imprint.keys()));
    try {
      resident.state = around.coaching().unpacked(imprint.state());
    } catch (IllegalArgumentException e) {
      LOG.warn("the snapshot of conversation {} is left: {}", key, e.getMessage());
      return null;
    }
    resident.shown = resident.state;
    resident.position = imprint.position();
    resident.durable = imprint.position();
    resident.imprinted = imprint.position();
    resident.mark = imprint.mark();
    resident.reached = imprint.reached();
    return resident;
  }
}
