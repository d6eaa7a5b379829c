package io.souffleur.server.replay;

import io.souffleur.wire.ChannelEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agents held one conversation, and from when to when: from its start or a transfer to the
 * next transfer or its end; a call that rings, from when it was answered. For one thread.
 */
final class Tenure {

  /** One agent's time with it; {@code to} is not before {@code from}. */
  record Held(String agent, Instant from, Instant to) {}

  private final List<Held> past = new ArrayList<>();
  private @Nullable String agent;
  private @Nullable Instant since;
  private boolean rings;
  private boolean answered;
  private Instant reached = Instant.MIN;

  /** Hears an event; one that comes late counts as at the instant already reached. */
  void hear(ChannelEvent event) {
    Instant at = event.at().toInstant();
    reached = at.isBefore(reached) ? reached : at;
    switch (event) {
      case ChannelEvent.ConversationStarted started ->
          started.agent().ifPresent(first -> taken(first.key()));
      case ChannelEvent.AgentAssigned assigned -> {
        if (!assigned.agent().key().equals(agent)) {
          left();
          taken(assigned.agent().key());
        }
      }
      case ChannelEvent.CallRinging ringing -> {
        rings = true;
        since = answered ? since : null;
      }
      case ChannelEvent.CallAnswered picked -> {
        since = answered ? since : reached;
        answered = true;
      }
      case ChannelEvent.ConversationEnded ended -> left();
      case ChannelEvent.Message said -> {}
      case ChannelEvent.Utterance said -> {}
      case ChannelEvent.CallHeld held -> {}
      case ChannelEvent.CallResumed resumed -> {}
      case ChannelEvent.SurveyAnswered survey -> {}
      case ChannelEvent.Typing typing -> {}
      case ChannelEvent.Draft draft -> {}
    }
  }

  private void taken(String by) {
    agent = by;
    since = rings && !answered ? null : reached;
  }

  private void left() {
    if (agent != null && since != null) {
      past.add(new Held(agent, since, reached));
    }
    agent = null;
    since = null;
  }

  /** Everybody's time with it that is over, in order. */
  List<Held> held() {
    return List.copyOf(past);
  }
}
