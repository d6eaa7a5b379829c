package io.souffleur.server.lane;

import io.souffleur.server.contract.Caseloads;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.snapshot.SnapshotWriter;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One lane without a thread: what is asked of it waits until {@link #settle}, and is done there, so
 * that a run of thousands of conversations takes seconds and is always the same. For one thread.
 */
public final class ModelLanes implements AutoCloseable {
  static final ChannelName CHANNEL = new ChannelName("chat");
  private static final Coaching COACHING = TestHouse.coaching();

  private final Journal journal;
  private final MovedClock time = new MovedClock(LaneDriver.START);
  private Surroundings around;
  private Inbox inbox;
  private Keeper keeper;
  private int starts;
  private Past past;

  public ModelLanes(Journal journal) {
    this.journal = journal;
    this.past = Past.read(journal, Snapshots.none(), LaneDriver.PROGRAM, time.instant());
    this.around = around();
    this.inbox = new Inbox(Lanes.MOST_ORDERS);
    this.keeper = new Keeper(around, inbox);
  }

  private Surroundings around() {
    past = Past.read(journal, Snapshots.none(), LaneDriver.PROGRAM, time.instant());
    PromiseBook promises = past.promises();
    return new Surroundings(
        journal,
        COACHING,
        Proofreader.none(),
        Discretion.standard(),
        time,
        "epoch-" + ++starts,
        new Counters(),
        new Attentions(time, promises),
        new Caseloads(),
        promises,
        new SnapshotWriter(past.snapshots(), past.fingerprint(), COACHING::packed),
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  /**
   * As after the end of the program and a new start on the same journal. What is asked for next
   * finds its conversation asleep.
   */
  public void restart() {
    settle();
    around.snapshots().close();
    around.attentions().close();
    around = around();
    inbox = new Inbox(Lanes.MOST_ORDERS);
    keeper = new Keeper(around, inbox);
    keeper.sleepers().add(past.live());
  }

  /** Of this run; another one after a restart. */
  public Conversations conversations() {
    return new Direct(around, inbox, keeper);
  }

  /** What the lane takes for the time, zone UTC. */
  public Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return time.instant();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.fixed(time.instant(), zone);
      }
    };
  }

  /** Tells an event, and lets it become durable and be told to those who watch. */
  public void tell(ChannelEvent event) {
    List<Receipt> receipts = new ArrayList<>();
    conversations().submit(CHANNEL, event, receipts::add);
    settle();
    if (receipts.size() != 1 || !(receipts.getFirst() instanceof Receipt.Kept)) {
      throw new AssertionError(event + " was answered with " + receipts);
    }
  }

  /** Moves the time, and lets what became due be told. */
  public void pass(Duration by) {
    time.forward(by);
    settle();
  }

  /** Does everything that was asked for, and what follows from it. */
  public void settle() {
    answer();
    while (!keeper.sleepers().isEmpty()) {
      keeper.sleepers().wake(4);
      answer();
    }
  }

  /** The same, and leaves asleep what nobody asks for after a restart. */
  void answer() {
    List<Runnable> todo = new ArrayList<>();
    do {
      todo.clear();
      inbox.take(todo, Lanes.MOST_ORDERS, 0);
      keeper.ring();
      todo.forEach(Runnable::run);
    } while (!todo.isEmpty());
  }

  Keeper keeper() {
    return keeper;
  }

  @Override
  public void close() {
    around.snapshots().close();
    around.attentions().close();
  }

  private record Direct(Surroundings around, Inbox inbox, Keeper keeper) implements Conversations {

    @Override
    public String epoch() {
      return around.epoch();
    }

    private void order(Runnable what) {
      try {
        if (!inbox.order(what)) {
          throw new IllegalStateException("the lane is closed");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
      order(() -> keeper.keep(new Input.FromChannel(event), Optional.of(channel), told));
    }

    @Override
    public void act(DeskAction action, Consumer<Receipt> told) {
      order(() -> keeper.keep(new Input.FromDesk(action), Optional.empty(), told));
    }

    @Override
    public Watch watch(
        ConversationKey conversation,
        Viewer viewer,
        Optional<Position> from,
        Optional<Language> language,
        Watcher watcher) {
      Seat seat = new Seat(viewer, language, watcher);
      order(() -> keeper.join(conversation, seat, from));
      return () -> inbox.signal(() -> keeper.leave(conversation, seat));
    }

    @Override
    public void checkDraft(
        ConversationKey conversation,
        String text,
        long revision,
        Optional<Language> language,
        Consumer<DeskReply> told) {
      throw new UnsupportedOperationException("no drafts here");
    }

    @Override
    public DeskReply message(ConversationKey conversation, EventKey message) {
      throw new UnsupportedOperationException("no questions here");
    }

    @Override
    public boolean carries(ConversationKey conversation, ConversationKey from, EventKey message) {
      return false;
    }

    @Override
    public boolean owes(String agent, ConversationKey conversation) {
      return false;
    }

    @Override
    public Watch liveOf(String agent, Consumer<DeskReply.Attention> told) {
      // Would be told on a thread of its own.
      return () -> {};
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Gauges gauges() {
      return around.counters().with(0);
    }
  }
}
