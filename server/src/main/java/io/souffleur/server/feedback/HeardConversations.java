package io.souffleur.server.feedback;

import io.souffleur.server.audit.Audit;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Gauges;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Receipt;
import io.souffleur.server.lane.Viewer;
import io.souffleur.server.lane.Watch;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conversations, and an ear for what agents have against rules: it is noted once it is durable.
 * Which rule a hint is of, and which version judged, is looked up in the conversation as it stood
 * just before. Safe for use by any thread.
 */
public final class HeardConversations implements Conversations {

  /** For a look at a conversation; without it the objection is kept, and noted nowhere else. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Conversations inner;
  private final Audit audit;
  private final InstantSource clock;

  public HeardConversations(Conversations inner, Audit audit, InstantSource clock) {
    this.inner = inner;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    switch (action) {
      case DeskAction.HintWrong wrong -> hear(wrong, told);
      case DeskAction.ItemContested contested -> hear(contested, told);
      case DeskAction.HintUsed used -> inner.act(used, told);
      case DeskAction.HintDismissed dismissed -> inner.act(dismissed, told);
      case DeskAction.CommitmentKept kept -> inner.act(kept, told);
      case DeskAction.CommitmentReopened reopened -> inner.act(reopened, told);
    }
  }

  private void hear(DeskAction action, Consumer<Receipt> told) {
    Overheard overheard = new Overheard();
    Watch watch =
        inner.watch(
            action.conversation(), anybody -> true, Optional.empty(), Optional.empty(), overheard);
    overheard.await(PATIENCE);
    inner.act(
        action,
        receipt -> {
          watch.close();
          if (receipt instanceof Receipt.Kept) {
            overheard
                .objection(action, clock.instant())
                .map(Objection::deed)
                .ifPresent(audit::note);
          }
          told.accept(receipt);
        });
  }

  @Override
  public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
    inner.submit(channel, event, told);
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
