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

  /** The first cue that is what {@code test} looks for; null when none is. */
  @Nullable Cue shows(CueTest test) {
    if (author != test.by()) {
      return null;
    }
    for (Cue cue : cues) {
      if (test.matches(cue, author, time)) {
        return cue;
      }
    }
    return null;
  }
}
