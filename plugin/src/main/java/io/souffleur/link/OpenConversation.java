package io.souffleur.link;

import io.souffleur.wire.AgentRef;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.Resolution;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Turns what the host says of one conversation into events. */
final class OpenConversation implements Conversation {

  /** Makes one event, from its own key, its conversation and its time. */
  private interface Making {
    ChannelEvent event(EventKey id, ConversationKey conversation, OffsetDateTime at);
  }

  private final Souffleur souffleur;
  private final String key;

  OpenConversation(Souffleur souffleur, String key) {
    this.souffleur = souffleur;
    this.key = key;
  }

  /** Under one key: of a conversation that is opened twice, the second opening is refused. */
  void start(Medium medium, CustomerRef customer, Optional<AgentRef> agent) {
    send(
        "started",
        (id, conversation, at) ->
            new ChannelEvent.ConversationStarted(
                id,
                conversation,
                at,
                medium,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                customer,
                agent));
  }

  @Override
  public String say(Author author, String text) {
    String id = UUID.randomUUID().toString();
    say(id, author, text);
    return id;
  }

  @Override
  public void say(String id, Author author, String text) {
    edit(id, 0, author, text);
  }

  @Override
  public void edit(String id, int revision, Author author, String text) {
    send(
        id,
        (event, conversation, at) ->
            new ChannelEvent.Message(event, conversation, at, author, text, revision, false));
  }

  @Override
  public void typing(Author author, boolean active) {
    send((id, conversation, at) -> new ChannelEvent.Typing(id, conversation, at, author, active));
  }

  @Override
  public void draft(String agent, String text) {
    send((id, conversation, at) -> new ChannelEvent.Draft(id, conversation, at, agent, text));
  }

  @Override
  public void assign(AgentRef agent) {
    send(
        (id, conversation, at) ->
            new ChannelEvent.AgentAssigned(id, conversation, at, agent, Optional.empty()));
  }

  @Override
  public void close(Resolution resolution) {
    end(Optional.of(resolution));
  }

  @Override
  public void close() {
    end(Optional.empty());
  }

  private void end(Optional<Resolution> resolution) {
    send(
        "ended",
        (id, conversation, at) ->
            new ChannelEvent.ConversationEnded(id, conversation, at, resolution));
  }

  private void send(Making making) {
    send(UUID.randomUUID().toString(), making);
  }

  private void send(String id, Making making) {
    souffleur.send(() -> making.event(new EventKey(id), new ConversationKey(key), souffleur.now()));
  }
}
