package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.conversation.MessageId;
import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as rules see it.
 *
 * @param cues in the order of the text
 * @param edited whether it takes the place of an earlier version of the same message
 * @param time the hour of day where the conversation takes place
 */
record Message(
    MessageId id, Author author, List<Cue> cues, boolean edited, Instant at, LocalTime time)
    implements Happening {

  static Message of(Event.Said said, boolean edited, ZoneId zone) {
    return new Message(
        said.message(),
        said.author(),
        said.reading().cues(),
        edited,
        said.at(),
        said.at().atZone(zone).toLocalTime());
  }

  @Override
  public String key() {
    return id.key();
  }

  @Override
  public boolean isOneMoreOfAgent() {
    return author == Author.AGENT && !edited;
  }

  @Override
  public @Nullable Span shows(Sought what) {
    return span(what, cues);
  }

  @Override
  public @Nullable Span showsBehind(int place, Sought what) {
    return span(what, cues.stream().filter(cue -> cue.span().start() > place).toList());
  }

  private @Nullable Span span(Sought what, List<Cue> among) {
    return switch (what) {
      case CueTest test -> test.shownBy(among, author, time).map(Cue::span).orElse(null);
      case Occurrence occurrence -> null;
    };
  }

  /** The words that show what {@code test} looks for; null when none do. */
  @Nullable Cue words(CueTest test) {
    return test.shownBy(cues, author, time).orElse(null);
  }
}
