package io.souffleur.server.contract;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.SurveyKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/** What a channel tells of one conversation, in short. */
public record Talk(String conversation) {

  private ConversationKey key() {
    return new ConversationKey(conversation);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.ofHours(1));
  }

  /** With an agent called Inès and a customer called Camille, in French. */
  public ChannelEvent.ConversationStarted starts(Instant at) {
    return starts("start", at, Optional.of("fr"), Optional.of("ines"));
  }

  public ChannelEvent.ConversationStarted starts(
      String id, Instant at, Optional<String> language, Optional<String> agent) {
    return new ChannelEvent.ConversationStarted(
        new EventKey(id),
        key(),
        time(at),
        Medium.CHAT,
        Optional.empty(),
        language,
        Optional.empty(),
        CustomerRef.named("Camille"),
        agent.map(one -> new AgentRef(one, "Inès")));
  }

  public ChannelEvent.Message customer(String id, Instant at, String text) {
    return says(Author.CUSTOMER, id, 0, at, text);
  }

  public ChannelEvent.Message agent(String id, Instant at, String text) {
    return says(Author.AGENT, id, 0, at, text);
  }

  public ChannelEvent.Message says(
      Author author, String id, int revision, Instant at, String text) {
    return new ChannelEvent.Message(
        new EventKey(id), key(), time(at), author, text, revision, false);
  }

  public ChannelEvent.AgentAssigned assigned(String id, Instant at, String agent) {
    return new ChannelEvent.AgentAssigned(
        new EventKey(id), key(), time(at), new AgentRef(agent, agent), Optional.empty());
  }

  public ChannelEvent.ConversationEnded ends(String id, Instant at) {
    return new ChannelEvent.ConversationEnded(new EventKey(id), key(), time(at), Optional.empty());
  }

  public ChannelEvent.SurveyAnswered survey(String id, Instant at) {
    return new ChannelEvent.SurveyAnswered(
        new EventKey(id), key(), time(at), SurveyKind.CSAT, 4, OptionalInt.of(5), Optional.empty());
  }
}
