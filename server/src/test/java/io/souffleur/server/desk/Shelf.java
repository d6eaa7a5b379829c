package io.souffleur.server.desk;

import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.CommitmentState;
import io.souffleur.wire.Snapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is on show of a conversation: the newest of each of its parts. For one thread. */
record Shelf(Map<String, CoachingUpdate> parts) {
  Shelf() {
    this(new TreeMap<>());
  }

  static Shelf of(Snapshot snapshot) {
    Shelf shelf = new Shelf();
    snapshot.items().forEach(shelf::put);
    snapshot.timers().forEach(shelf::put);
    snapshot.commitments().forEach(shelf::put);
    snapshot.hints().forEach(shelf::put);
    snapshot.summary().ifPresent(shelf::put);
    return shelf;
  }

  void put(CoachingUpdate update) {
    switch (update) {
      case CoachingUpdate.Item item -> parts.put("item " + item.item(), item);
      case CoachingUpdate.Timer timer -> parts.put("timer " + timer.timer(), timer);
      case CoachingUpdate.Hint hint -> parts.put("hint " + hint.hint(), hint);
      case CoachingUpdate.HintWithdrawn gone -> parts.remove("hint " + gone.hint());
      case CoachingUpdate.Cues cues -> {}
      case CoachingUpdate.Commitment promise -> {
        if (promise.state() == CommitmentState.WITHDRAWN) {
          parts.remove("promise " + promise.commitment());
        } else {
          parts.put("promise " + promise.commitment(), promise);
        }
      }
      case CoachingUpdate.Summary summary -> parts.put("summary", summary);
    }
  }

  /** All parts by kind, name and number, as a list in JSON. */
  String json() {
    return parts.entrySet().stream()
        .map(part -> "\"" + part.getKey() + " " + part.getValue().seq() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
