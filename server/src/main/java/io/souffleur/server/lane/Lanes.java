package io.souffleur.server.lane;

import io.souffleur.server.contract.Caseloads;
import io.souffleur.server.contract.Coaching;
import io.souffleur.server.core.conversation.ChannelName;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.core.cue.Misspelling;
import io.souffleur.server.core.rule.RuleId;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.FatalHandler;
import io.souffleur.server.journal.Origin;
import io.souffleur.server.snapshot.SnapshotWriter;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.RefusalCode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Conversations spread over lanes by their keys. The journal and the snapshots are the caller's:
 * open before, closed after.
 */
public final class Lanes implements Conversations, AutoCloseable {

  private static final int EPOCH_BYTES = 12;

  /** Orders a lane lets wait before it slows its callers down. */
  static final int MOST_ORDERS = 1_024;

  private final Surroundings around;
  private final List<Lane> lanes;

  private volatile boolean open = true;

  private Lanes(Surroundings around, List<Lane> lanes) {
    this.around = around;
    this.lanes = lanes;
  }

  /**
   * Starts the lanes. A live conversation of the journal comes back as soon as somebody asks for
   * it, and all of them from {@link #rouse} on.
   *
   * @param past just read; its journal and snapshots are closed by the caller, after the lanes
   * @param proofreader the caller's: closed after the lanes
   * @param clock must not be slow
   * @param count of lanes, each a thread
   * @param fatal told once when a lane fails as a whole; the program is expected to exit
   */
  public static Lanes start(
      Past past,
      Coaching coaching,
      Proofreader proofreader,
      HouseTime clock,
      int count,
      FatalHandler fatal) {
    return start(
        past, coaching, proofreader, Discretion.standard(), clock, count, MOST_ORDERS, fatal);
  }

  /**
   * The same, where more must not be kept.
   *
   * @param discretion what is not to be kept
   */
  public static Lanes start(
      Past past,
      Coaching coaching,
      Proofreader proofreader,
      Discretion discretion,
      HouseTime clock,
      int count,
      FatalHandler fatal) {
    return start(past, coaching, proofreader, discretion, clock, count, MOST_ORDERS, fatal);
  }

  static Lanes start(
      Past past,
      Coaching coaching,
      Proofreader proofreader,
      Discretion discretion,
      HouseTime clock,
      int count,
      int mostOrders,
      FatalHandler fatal) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one lane: " + count);
    }
    SnapshotWriter snapshots =
        new SnapshotWriter(past.snapshots(), past.fingerprint(), coaching::packed);
    past.stale().forEach(snapshots::erase);
    Surroundings around =
        new Surroundings(
            past.journal(),
            coaching,
            proofreader,
            discretion,
            clock,
            epochNow(),
            new Counters(),
            new Attentions(clock, past.promises()),
            new Caseloads(),
            past.promises(),
            snapshots,
            fatal);
    List<List<Past.Live>> live = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      live.add(new ArrayList<>());
    }
    past.live().forEach(one -> live.get(laneOf(one.conversation().key(), count)).add(one));
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lanes.add(new Lane(i, mostOrders, around, live.get(i)));
    }
    return new Lanes(around, List.copyOf(lanes));
  }

  private static String epochNow() {
    byte[] bytes = new byte[EPOCH_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int laneOf(String conversation, int count) {
    int hash = conversation.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), count);
  }

  private Lane lane(ConversationKey conversation) {
    return lanes.get(laneOf(conversation.value(), lanes.size()));
  }

  @Override
  public void submit(ChannelName channel, ChannelEvent event, Consumer<Receipt> told) {
    if (event.kept()) {
      keep(new Input.FromChannel(event), Optional.of(channel), told);
    }
  }

  @Override
  public void act(DeskAction action, Consumer<Receipt> told) {
    Input input = new Input.FromDesk(action);
    if (action instanceof DeskAction.ItemContested contested && !isRule(contested.item())) {
      told.accept(Refusals.field(input, "item", "there is no item of this name"));
      return;
    }
    keep(input, Optional.empty(), told);
  }

  private static boolean isRule(String name) {
    try {
      return !new RuleId(name).key().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void keep(Input input, Optional<ChannelName> channel, Consumer<Receipt> told) {
    Lane lane = lane(input.conversation());
    order(lane, () -> lane.keeper().keep(input, channel, told))
        .ifPresent(reason -> told.accept(Refusals.of(input, RefusalCode.BUSY, reason)));
  }

  /** How something is put into an inbox. */
  private interface Way {
    boolean put(Inbox inbox, Runnable order) throws InterruptedException;
  }

  /** The reason why it was not taken; empty when it was. */
  private static Optional<String> order(Lane lane, Runnable order) {
    return put(lane, Inbox::order, order);
  }

  private static Optional<String> put(Lane lane, Way way, Runnable order) {
    try {
      return way.put(lane.inbox(), order) ? Optional.empty() : Optional.of(Refusals.STOPPING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Refusals.INTERRUPTED);
    }
  }

  @Override
  public Watch watch(
      ConversationKey conversation,
      Viewer viewer,
      Optional<Position> from,
      Optional<Language> language,
      Watcher watcher) {
    Lane lane = lane(conversation);
    Seat seat = new Seat(viewer, language, watcher);
    put(lane, Inbox::visit, () -> lane.keeper().join(conversation, seat, from))
        .ifPresent(
            reason -> watcher.refused(Refusals.about(conversation, RefusalCode.BUSY, reason)));
    return () -> lane.inbox().signal(() -> lane.keeper().leave(conversation, seat));
  }

  @Override
  public void checkDraft(
      ConversationKey conversation,
      String text,
      long revision,
      Optional<Language> language,
      Consumer<DeskReply> told) {
    DraftCheck draft = new DraftCheck(conversation, text, revision, language, told);
    Lane lane = lane(conversation);
    Drafts.Again again = (errors, number) -> checkAgain(draft, errors, number);
    order(lane, () -> lane.keeper().drafts().check(draft, again))
        .ifPresent(reason -> told.accept(Refusals.about(conversation, RefusalCode.BUSY, reason)));
  }

  private void checkAgain(DraftCheck draft, List<Misspelling> errors, int number) {
    Lane lane = lane(draft.conversation());
    order(lane, () -> lane.keeper().drafts().checkAgain(draft, errors, number));
  }

  @Override
  public boolean carries(ConversationKey conversation, ConversationKey from, EventKey message) {
    return around.journal().read(new ConversationId(conversation.value())).stream()
        .filter(entry -> entry.origin() == Origin.SERVER)
        .map(Input::of)
        .anyMatch(
            input ->
                input instanceof Input.Noted noted
                    && noted.promise().from().orElse(noted.promise().conversation()).equals(from)
                    && noted.promise().evidence().stream()
                        .anyMatch(span -> span.message().equals(message)));
  }

  @Override
  public DeskReply message(ConversationKey conversation, EventKey message) {
    List<Entry> entries =
        around
            .journal()
            .find(new ConversationId(conversation.value()), Origin.CHANNEL, message.value());
    for (Entry entry : entries.reversed()) {
      if (Input.of(entry) instanceof Input.FromChannel(ChannelEvent event)) {
        if (event instanceof ChannelEvent.Message said) {
          return new DeskReply.MessageShown(
              conversation,
              message,
              said.author(),
              said.at().toInstant(),
              said.text(),
              Optional.empty(),
              entry.wordless().isPresent());
        }
        if (event instanceof ChannelEvent.Utterance said) {
          return new DeskReply.MessageShown(
              conversation,
              message,
              said.author(),
              said.at().toInstant(),
              said.text(),
              Optional.empty(),
              entry.wordless().isPresent());
        }
      }
    }
    return Refusals.about(
        conversation, RefusalCode.INVALID_FIELD, "this conversation has no such message");
  }

  /**
   * Lets go of a conversation that is being erased: nobody is shown it any more, and nothing of it
   * is handed to the journal after this. {@link Discretion#erased} must say so already. Waits for
   * its lane.
   */
  public void erase(ConversationKey conversation) {
    Lane lane = lane(conversation);
    CompletableFuture<Void> done = new CompletableFuture<>();
    order(
            lane,
            () -> {
              try {
                lane.keeper().erase(conversation);
                done.complete(null);
              } catch (RuntimeException e) {
                done.completeExceptionally(e);
              }
            })
        .ifPresent(reason -> done.completeExceptionally(new IllegalStateException(reason)));
    done.join();
  }

  /**
   * Waits until every lane has done what it was given before: what was to be handed to the journal
   * has been.
   */
  public void settle() {
    awaitEach((lane, done) -> done.run());
  }

  /**
   * Lets all conversations come back that the start has found, with their timers: when nothing else
   * is to be started that would have to share the processors.
   */
  public void rouse() {
    lanes.forEach(Lane::rouse);
  }

  /** Waits until every conversation that the start has found is in memory. */
  void awake() {
    awaitEach((lane, done) -> lane.keeper().sleepers().afterwards(done));
  }

  /** Waits until every lane has let what it was given run. */
  private void awaitEach(BiConsumer<Lane, Runnable> order) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Lane lane : lanes) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      order(lane, () -> order.accept(lane, () -> done.complete(null)))
          .ifPresent(reason -> done.completeExceptionally(new IllegalStateException(reason)));
      all.add(done);
    }
    all.forEach(CompletableFuture::join);
  }

  @Override
  public Watch liveOf(String agent, Consumer<DeskReply.Attention> told) {
    Watch watch = around.attentions().listen(agent, told);
    AtomicInteger unseen = new AtomicInteger(lanes.size());
    for (Lane lane : lanes) {
      // A lane that takes no more is about to end, and so is whoever listens.
      put(lane, Inbox::visit, () -> lane.keeper().survey(agent, () -> surveyed(agent, unseen)));
    }
    return watch;
  }

  private void surveyed(String agent, AtomicInteger unseen) {
    if (unseen.decrementAndGet() == 0) {
      around.attentions().surveyed(agent);
    }
  }

  @Override
  public boolean owes(String agent, ConversationKey conversation) {
    return around.promises().owes(agent, conversation);
  }

  @Override
  public String epoch() {
    return around.epoch();
  }

  @Override
  public boolean ready() {
    return open && around.journal().ready() && lanes.stream().allMatch(Lane::ready);
  }

  @Override
  public Gauges gauges() {
    return around.counters().with(lanes.stream().mapToLong(lane -> lane.inbox().waiting()).sum());
  }

  /** Where the lanes take their orders from: a clock that is moved by hand must nudge them. */
  List<Inbox> inboxes() {
    return lanes.stream().map(Lane::inbox).toList();
  }

  /** Does what was handed over, tells who waits for it, and ends the lanes. */
  @Override
  public void close() {
    open = false;
    lanes.forEach(lane -> lane.inbox().close());
    lanes.forEach(Lane::join);
    around.snapshots().close();
    around.attentions().close();
  }
}
