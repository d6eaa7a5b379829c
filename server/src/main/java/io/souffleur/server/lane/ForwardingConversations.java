package io.souffleur.server.lane;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conversations that hand everything on: for who adds something to a part of it. Safe for use by
 * any thread.
 */
public abstract class ForwardingConversations implements Conversations {

  /** To whom it is handed on. */
  protected final Conversations inner;

  protected ForwardingConversations(Conversations inner) {
    this.inner = inner;
  }

  @Override
  public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
    inner.submit(channel, event, told);
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    inner.act(action, told);
  }

  @Override
  public Watch watch(
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    return inner.watch(conversation, viewer, from, language, watcher);
  }

  @Override
  public void checkDraft(
      ConversationKey conversation,
      String text,
      long revision,
      Optional<Language> language,
      Consumer<DeskReply> told) {
    inner.checkDraft(conversation, text, revision, language, told);
  }

  @Override
  public void refusedAtDoor(RefusalCode code) {
    inner.refusedAtDoor(code);
  }

  @Override
  public DeskReply message(ConversationKey conversation, EventKey message) {
    return inner.message(conversation, message);
  }

  @Override
  public boolean carries(ConversationKey conversation, ConversationKey from, EventKey message) {
    return inner.carries(conversation, from, message);
  }

  @Override
  public boolean owes(String agent, ConversationKey conversation) {
    return inner.owes(agent, conversation);
  }

  @Override
  public Watch liveOf(String agent, Consumer<DeskReply.Attention> told) {
    return inner.liveOf(agent, told);
  }

  @Override
  public String epoch() {
    return inner.epoch();
  }

  @Override
  public boolean ready() {
    return inner.ready();
  }

  @Override
  public Gauges gauges() {
    return inner.gauges();
  }
}
