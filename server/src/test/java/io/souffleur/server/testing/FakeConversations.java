package io.souffleur.server.testing;

import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Gauges;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Receipt;
import io.souffleur.server.lane.Viewer;
import io.souffleur.server.lane.Watch;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.Ack;
import io.souffleur.wire.Author;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.CustomerRef;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Medium;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Conversations that acknowledge whatever they are told, in order, and show a desk an empty
 * checklist. Conversations whose key starts with {@code others} belong to another agent.
 */
public final class FakeConversations implements Conversations {
  public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String EPOCH = "epoch-1";

  private final Map<ConversationKey, Integer> positions = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(Integer.MAX_VALUE);

  public volatile boolean ready = true;
  public final ConcurrentLinkedQueue<ChannelEvent> events = new ConcurrentLinkedQueue<>();
  public final ConcurrentLinkedQueue<ChannelName> tellers = new ConcurrentLinkedQueue<>();
  public final ConcurrentLinkedQueue<DeskAction> actions = new ConcurrentLinkedQueue<>();
  public final Map<ConversationKey, Watcher> watchers = new ConcurrentHashMap<>();
  public final CountDownLatch watched = new CountDownLatch(1);
  public final CountDownLatch unwatched = new CountDownLatch(1);

  /** From now on every lane is full. */
  public void fill() {
    room.drainPermits();
  }

  @Override
  public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      told.accept(
          new Receipt.NotKept(
              Refused.of(event.id(), event.conversation(), RefusalCode.BUSY, "no room")));
      return;
    }
    events.add(event);
    tellers.add(channel);
    if (event.kept()) {
      told.accept(kept(event.id(), event.conversation()));
    }
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    actions.add(action);
    told.accept(kept(action.id(), action.conversation()));
  }

  private Receipt kept(EventKey id, ConversationKey conversation) {
    return new Receipt.Kept(
        new Ack(id, conversation, positions.merge(conversation, 1, Integer::sum)));
  }

  @Override
  public Watch watch(
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    boolean others = conversation.value().startsWith("others");
    if (!viewer.maySee(others ? Optional.of("somebody-else") : Optional.empty())) {
      watcher.refused(
          new Refused(
              Optional.empty(),
              Optional.of(conversation),
              RefusalCode.UNAUTHORISED,
              "another agent holds it",
              Optional.empty()));
      return () -> {};
    }
    watchers.put(conversation, watcher);
    watched.countDown();
    if (from.isPresent() && from.get().epoch().equals(EPOCH)) {
      watcher.resumed(new DeskReply.Resumed(conversation, EPOCH, from.get().seq()), List.of());
    } else {
      watcher.snapshot(snapshot(conversation));
    }
    return unwatched::countDown;
  }

  public static Snapshot snapshot(ConversationKey conversation) {
    return new Snapshot(
        conversation,
        EPOCH,
        0,
        NOW,
        new Snapshot.Facts(
            Medium.CHAT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CustomerRef.UNKNOWN,
            Optional.empty(),
            NOW,
            Optional.empty()),
        Stage.OPENING,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Override
  public void checkDraft(
      ConversationKey conversation,
      String text,
      long revision,
      Optional<Language> language,
      Consumer<DeskReply> told) {
    told.accept(new DeskReply.DraftChecked(conversation, revision, List.of("greeting"), List.of()));
  }

  @Override
  public DeskReply message(ConversationKey conversation, EventKey message) {
    return new DeskReply.MessageShown(
        conversation, message, Author.CUSTOMER, NOW, "Bonjour", Optional.empty());
  }

  @Override
  public boolean carries(ConversationKey conversation, ConversationKey from, EventKey message) {
    return from.value().equals("earlier");
  }

  @Override
  public boolean owes(String agent, ConversationKey conversation) {
    return conversation.value().equals("earlier");
  }

  @Override
  public Watch liveOf(String agent, Consumer<DeskReply.Attention> told) {
    told.accept(new DeskReply.Attention(List.of(), List.of()));
    return () -> {};
  }

  @Override
  public String epoch() {
    return EPOCH;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public Gauges gauges() {
    return new Gauges(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
