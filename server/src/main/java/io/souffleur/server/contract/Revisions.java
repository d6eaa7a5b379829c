package io.souffleur.server.contract;

import io.souffleur.wire.ChannelEvent;

/** Which version of itself an event is. */
public final class Revisions {

  private Revisions() {}

  /** 0 at first, and always for events that can't be edited. */
  public static int of(ChannelEvent event) {
    return switch (event) {
      case ChannelEvent.Message message -> message.revision();
      case ChannelEvent.Utterance utterance -> utterance.revision();
      case ChannelEvent.ConversationStarted started -> 0;
      case ChannelEvent.AgentAssigned assigned -> 0;
      case ChannelEvent.Typing typing -> 0;
      case ChannelEvent.Draft draft -> 0;
      case ChannelEvent.CallRinging ringing -> 0;
      case ChannelEvent.CallAnswered answered -> 0;
      case ChannelEvent.CallHeld held -> 0;
      case ChannelEvent.CallResumed resumed -> 0;
      case ChannelEvent.ConversationEnded ended -> 0;
      case ChannelEvent.SurveyAnswered survey -> 0;
    };
  }
}
