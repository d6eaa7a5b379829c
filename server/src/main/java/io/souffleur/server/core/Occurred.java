package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Event;
import io.souffleur.server.core.rule.CueTest;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens without words.
 *
 * @param what one thing by several names: a transfer also assigns an agent
 */
record Occurred(Instant at, Set<Occurrence> what) implements Happening {

  private static final Span NOWHERE = new Span(0, 0);

  static Occurred of(Event.Assigned event) {
    return new Occurred(
        event.at(),
        event.previous().isPresent()
            ? EnumSet.of(Occurrence.TRANSFER, Occurrence.AGENT_ASSIGNED)
            : EnumSet.of(Occurrence.AGENT_ASSIGNED));
  }

  static Occurred of(Event.CallRinging event) {
    return new Occurred(event.at(), EnumSet.of(Occurrence.RINGING));
  }

  static Occurred of(Event.CallAnswered event) {
    return new Occurred(event.at(), EnumSet.of(Occurrence.ANSWERED));
  }

  static Occurred of(Event.CallHeld event) {
    return new Occurred(event.at(), EnumSet.of(Occurrence.HELD));
  }

  static Occurred of(Event.CallResumed event) {
    return new Occurred(event.at(), EnumSet.of(Occurrence.RESUMED));
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public boolean edited() {
    return false;
  }

  @Override
  public boolean isOneMoreOfAgent() {
    return false;
  }

  @Override
  public @Nullable Span shows(Sought sought) {
    return switch (sought) {
      case Occurrence occurrence -> what.contains(occurrence) ? NOWHERE : null;
      case CueTest words -> null;
    };
  }

  @Override
  public @Nullable Span showsBehind(int place, Sought sought) {
    return null;
  }
}
