package io.souffleur.server.crash;

import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.UpdateCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a desk was shown of one conversation, in all its lives. For one thread at a time. */
final class Shown {
  private final NavigableMap<Long, String> updates = new TreeMap<>();
  private final Map<Long, Snapshot> snapshots = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private String epoch = "";
  private long seq;
  private boolean over;

  void snapshot(Snapshot snapshot) {
    if (snapshot.epoch().equals(epoch) && snapshot.seq() < seq) {
      faults.add("a snapshot of " + snapshot.seq() + " after update " + seq);
    }
    snapshots.put(snapshot.seq(), snapshot);
    epoch = snapshot.epoch();
    seq = snapshot.seq();
    over = snapshot.facts().ended().isPresent();
  }

  void resumed(String from, long where) {
    if (!from.equals(epoch) || where != seq) {
      faults.add("resumed from " + where + ", but known were " + seq);
    }
  }

  void update(CoachingUpdate update) {
    if (update.seq() != seq + 1) {
      faults.add("update " + update.seq() + " after " + seq);
    }
    seq = update.seq();
    String json = UpdateCodec.encode(update);
    String earlier = updates.put(seq, json);
    if (earlier != null && !earlier.equals(json)) {
      faults.add("update " + seq + " was " + earlier + " and is " + json);
    }
  }

  /** Names the run of the server that told it last; empty before anything was shown. */
  String epoch() {
    return epoch;
  }

  /** Of the last update shown. */
  long seq() {
    return seq;
  }

  /** Whether the end was shown. */
  boolean over() {
    return over;
  }

  NavigableMap<Long, String> updates() {
    return updates;
  }

  List<Snapshot> snapshots() {
    return List.copyOf(snapshots.values());
  }

  List<String> faults() {
    return faults;
  }
}
