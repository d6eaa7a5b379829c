package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.CueTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as rules see it.
 *
 * @param edited whether it takes the place of an earlier version of the same message
 * @param time the hour of day where the conversation takes place
 */
record Message(
    MessageId id, Author author, List<Cue> cues, boolean edited, Instant at, LocalTime time) {

  static Message of(Event.Said said, boolean edited, ZoneId zone) {
    return new Message(
        said.message(),
        said.author(),
        said.reading().cues(),
        edited,
        said.at(),
        said.at().atZone(zone).toLocalTime());
  }

  /** The words that show what {@code test} looks for; null when none do. */
  @Nullable Cue shows(CueTest test) {
    return test.shownBy(cues, author, time).orElse(null);
  }
}
