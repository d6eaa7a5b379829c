package io.souffleur.server.metrics;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.ForwardingConversations;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Receipt;
import io.souffleur.server.lane.Viewer;
import io.souffleur.server.lane.Watch;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Conversations, and a watch that is looked at when something comes and when it is answered. */
final class MeasuredConversations extends ForwardingConversations {
  private final Figures figures;

  /**
   * When the message came that each conversation is busy with. Updates are told before the ack, so
   * a hint that comes while it stands here follows from it, and not from a clock.
   */
  private final Map<ConversationKey, Long> underWay = new ConcurrentHashMap<>();

  MeasuredConversations(Conversations inner, Figures figures) {
    super(inner);
    this.figures = figures;
  }

  @Override
  public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
    Long came = System.nanoTime();
    if (event.kept() && isSaid(event)) {
      underWay.put(event.conversation(), came);
    }
    inner.submit(
        channel,
        event,
        receipt -> {
          underWay.remove(event.conversation(), came);
          answered(receipt, came);
          told.accept(receipt);
        });
  }

  private static boolean isSaid(ChannelEvent event) {
    return event instanceof ChannelEvent.Message || event instanceof ChannelEvent.Utterance;
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    long came = System.nanoTime();
    inner.act(
        action,
        receipt -> {
          answered(receipt, came);
          told.accept(receipt);
        });
  }

  private void answered(Receipt receipt, long came) {
    switch (receipt) {
      case Receipt.Kept kept -> figures.acked(System.nanoTime() - came);
      case Receipt.NotKept(Refused refused) -> figures.refused(refused.code());
    }
  }

  @Override
  public Watch watch(
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    return inner.watch(conversation, viewer, from, language, new Measured(conversation, watcher));
  }

  /** A watcher, and a look at the watch at every hint. */
  private final class Measured implements Watcher {
    private final ConversationKey conversation;
    private final Watcher watcher;

    Measured(ConversationKey conversation, Watcher watcher) {
      this.conversation = conversation;
      this.watcher = watcher;
    }

    @Override
    public void snapshot(Snapshot snapshot) {
      watcher.snapshot(snapshot);
    }

    @Override
    public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {
      watcher.resumed(from, missed);
    }

    @Override
    public void updates(Bulletin bulletin) {
      watcher.updates(bulletin);
      Long came = underWay.get(conversation);
      if (came != null
          && bulletin.updates().stream().anyMatch(CoachingUpdate.Hint.class::isInstance)) {
        figures.hinted(System.nanoTime() - came);
      }
    }

    @Override
    public void refused(Refused refusal) {
      figures.refused(refusal.code());
      watcher.refused(refusal);
    }
  }

  @Override
  public void checkDraft(
      ConversationKey conversation,
      String text,
      long revision,
      Optional<Language> language,
      Consumer<DeskReply> told) {
    long came = System.nanoTime();
    AtomicBoolean answered = new AtomicBoolean();
    inner.checkDraft(
        conversation,
        text,
        revision,
        language,
        reply -> {
          if (answered.compareAndSet(false, true)) {
            figures.draftChecked(System.nanoTime() - came);
          }
          told.accept(reply);
        });
  }

  @Override
  public void refusedAtDoor(RefusalCode code) {
    figures.refused(code);
  }
}
