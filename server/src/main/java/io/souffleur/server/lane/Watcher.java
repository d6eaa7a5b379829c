package io.souffleur.server.lane;

import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.util.List;

/**
 * Who is shown a conversation. First either {@link #snapshot} or {@link #resumed} is called, then
 * {@link #updates} without a gap; a fresh snapshot may come at any time and replaces all before it.
 * Or {@link #refused}, and nothing after it. One call at a time, on the conversation's lane: must
 * not block.
 */
public interface Watcher {

  /** Everything that is on show. */
  void snapshot(Snapshot snapshot);

  /** What was known is still true; {@code missed} brings it up to date. */
  void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed);

  /** What changed, durable. */
  void updates(Bulletin bulletin);

  /** The conversation can't be shown, or not any longer. */
  void refused(Refused refusal);
}
