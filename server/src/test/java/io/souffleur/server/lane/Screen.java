package io.souffleur.server.lane;

import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watcher as a desk should be: applies an update only when it is the next one. Safe for use by
 * any thread.
 */
final class Screen implements Watcher {

  private final List<CoachingUpdate> seen = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Refused> refusals = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int resumptions;
  private long seq = -1;
  private String epoch = "";

  @Override
  public synchronized void snapshot(Snapshot snapshot) {
    if (snapshot.seq() < seq && snapshot.epoch().equals(epoch)) {
      faults.add("snapshot at " + snapshot.seq() + " after " + seq);
    }
    snapshots.add(snapshot);
    seq = snapshot.seq();
    epoch = snapshot.epoch();
  }

  @Override
  public synchronized void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {
    resumptions++;
    if (from.seq() != seq || !from.epoch().equals(epoch)) {
      faults.add("resumed from " + from.seq() + ", known are " + seq);
    }
    apply(missed);
  }

  @Override
  public synchronized void updates(Bulletin bulletin) {
    apply(bulletin.updates());
  }

  private void apply(List<CoachingUpdate> updates) {
    for (CoachingUpdate update : updates) {
      if (update.seq() != seq + 1) {
        faults.add("update " + update.seq() + " after " + seq);
      }
      seq = update.seq();
      seen.add(update);
    }
  }

  @Override
  public synchronized void refused(Refused refusal) {
    refusals.add(refusal);
  }

  synchronized List<CoachingUpdate> seen() {
    return List.copyOf(seen);
  }

  synchronized List<Refused> refusals() {
    return List.copyOf(refusals);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized int resumptions() {
    return resumptions;
  }

  synchronized List<Snapshot> snapshots() {
    return List.copyOf(snapshots);
  }

  synchronized @Nullable Snapshot latest() {
    return snapshots.isEmpty() ? null : snapshots.getLast();
  }

  synchronized Position position() {
    return new Position(epoch, Math.max(0, seq));
  }
}
