package io.souffleur.server.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.contract.TestHouse;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.journal.Journal;
import io.souffleur.server.snapshot.Fingerprint;
import io.souffleur.server.snapshot.MemorySnapshots;
import io.souffleur.server.snapshot.Snapshots;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs lanes with a clock that stands still, and waits for what they answer. */
final class LaneDriver implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-23T13:00:00Z");
  static final ChannelName CHAT = new ChannelName("web-chat");
  static final long PATIENCE_SECONDS = 20;
  static final Fingerprint PROGRAM = Fingerprint.builder().text("the program under test").build();

  final MovedClock clock;
  private final Journal journal;
  private final Discretion discretion;
  private Snapshots snapshots;
  private Lanes lanes;

  LaneDriver(Journal journal) {
    this(journal, new MovedClock(START), Lanes.MOST_ORDERS);
  }

  LaneDriver(Journal journal, Snapshots snapshots) {
    this(journal, snapshots, new MovedClock(START), Lanes.MOST_ORDERS);
  }

  LaneDriver(Journal journal, MovedClock clock, int mostOrders) {
    this(journal, new MemorySnapshots(), clock, mostOrders);
  }

  LaneDriver(Journal journal, Snapshots snapshots, MovedClock clock, int mostOrders) {
    this(journal, snapshots, clock, mostOrders, Discretion.standard());
  }

  LaneDriver(Journal journal, Snapshots snapshots, Discretion discretion) {
    this(journal, snapshots, new MovedClock(START), Lanes.MOST_ORDERS, discretion);
  }

  private LaneDriver(
      Journal journal,
      Snapshots snapshots,
      MovedClock clock,
      int mostOrders,
      Discretion discretion) {
    this.clock = clock;
    this.journal = journal;
    this.discretion = discretion;
    this.snapshots = snapshots;
    this.lanes = start(mostOrders);
    lanes.rouse();
    lanes.awake();
  }

  private Lanes start(int mostOrders) {
    return Lanes.start(
        Past.read(journal, snapshots, PROGRAM, clock.instant()),
        TestHouse.coaching(),
        Proofreader.none(),
        discretion,
        clock,
        2,
        mostOrders,
        (reason, cause) -> {
          throw new AssertionError(reason, cause);
        });
  }

  /** As after the sudden end of the program and a new start with snapshots of some time before. */
  void restartWith(Snapshots older) throws InterruptedException {
    lanes.close();
    snapshots = older;
    lanes = start(Lanes.MOST_ORDERS);
    lanes.rouse();
    lanes.awake();
    settle();
  }

  /** As after the end of the program and a new start on the same journal. */
  void restart() throws InterruptedException {
    lanes.close();
    lanes = start(Lanes.MOST_ORDERS);
    lanes.rouse();
    lanes.awake();
    settle();
  }

  Lanes lanes() {
    return lanes;
  }

  Instant now() {
    return clock.instant();
  }

  CompletableFuture<Receipt> tell(ChannelEvent event) {
    return tell(CHAT, event);
  }

  CompletableFuture<Receipt> tell(ChannelName channel, ChannelEvent event) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    lanes.submit(channel, event, receipt::complete);
    return receipt;
  }

  CompletableFuture<Receipt> tell(DeskAction action) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    lanes.act(action, receipt::complete);
    return receipt;
  }

  static Receipt of(CompletableFuture<Receipt> receipt) throws Exception {
    return receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** The position it was acknowledged with. */
  static long acked(CompletableFuture<Receipt> receipt) throws Exception {
    assertThat(of(receipt)).isInstanceOf(Receipt.Kept.class);
    return ((Receipt.Kept) of(receipt)).ack().seq();
  }

  static RefusalCode refused(CompletableFuture<Receipt> receipt) throws Exception {
    assertThat(of(receipt)).isInstanceOf(Receipt.NotKept.class);
    return ((Receipt.NotKept) of(receipt)).refused().code();
  }

  Screen watch(String conversation) throws InterruptedException {
    Screen screen = new Screen();
    watch(conversation, screen, Optional.empty());
    settle();
    return screen;
  }

  Watch watch(String conversation, Watcher screen, Optional<Position> from) {
    return lanes.watch(
        new ConversationKey(conversation), anybody -> true, from, Optional.empty(), screen);
  }

  /** Moves the clock, and lets the lanes do what has become due. */
  void after(Duration time) throws InterruptedException {
    clock.forward(time);
    settle();
  }

  void afterSeconds(long seconds) throws InterruptedException {
    after(Duration.ofSeconds(seconds));
  }

  /** Waits until the lanes have done everything that was asked of them, twice over for answers. */
  void settle() throws InterruptedException {
    settle(lanes);
  }

  /** The same for any lanes. */
  static void settle(Lanes lanes) throws InterruptedException {
    for (int round = 0; round < 2; round++) {
      for (Inbox inbox : lanes.inboxes()) {
        CountDownLatch done = new CountDownLatch(2);
        inbox.order(done::countDown);
        inbox.visit(done::countDown);
        assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Override
  public void close() {
    lanes.close();
  }
}
