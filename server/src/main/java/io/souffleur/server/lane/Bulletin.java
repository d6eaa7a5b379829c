package io.souffleur.server.lane;

import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.json.UpdateCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one conversation, in the words of one language; written as JSON once, however
 * many read it. For the thread of the conversation's lane.
 */
public final class Bulletin {

  private final List<CoachingUpdate> updates;
  private @Nullable List<String> frames;

  /** What changed, in order. */
  public Bulletin(List<CoachingUpdate> updates) {
    this.updates = List.copyOf(updates);
  }

  /** What changed, in order. */
  public List<CoachingUpdate> updates() {
    return updates;
  }

  /** The same as JSON, one frame an update. */
  public List<String> frames() {
    if (frames == null) {
      frames = updates.stream().map(UpdateCodec::encode).toList();
    }
    return frames;
  }
}
