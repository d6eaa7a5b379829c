package io.souffleur.server.desk;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.http.CloseCode;
import io.souffleur.server.http.Outlet;
import io.souffleur.server.http.Peer;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Receipt;
import io.souffleur.server.lane.Watch;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskAction;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.EventKey;
import io.souffleur.wire.Limits;
import io.souffleur.wire.Pong;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The desk of one agent at the other end of a socket. */
final class DeskPeer implements Peer {
  private final Conversations conversations;
  private final Tickets tickets;
  private final Clock clock;
  private final DeskLimits limits;
  private final Executor executor;
  private final Outlet outlet;
  private final long opened = System.nanoTime();
  private final FrameRate rate;
  private final Map<ConversationKey, DeskView> views = new ConcurrentHashMap<>();
  private Optional<Language> language = Optional.empty();
  private volatile @Nullable AgentRef agent;
  private volatile @Nullable Watch attention;
  private volatile boolean closed;

  DeskPeer(
      Conversations conversations,
      Tickets tickets,
      Clock clock,
      DeskLimits limits,
      Executor executor,
      Outlet outlet) {
    this.conversations = conversations;
    this.tickets = tickets;
    this.clock = clock;
    this.limits = limits;
    this.executor = executor;
    this.outlet = outlet;
    this.rate = new FrameRate(limits, opened);
  }

  @Override
  public void frame(String text) {
    if (!rate.allows(System.nanoTime())) {
      outlet.close(CloseCode.TOO_MANY_FRAMES, "too many frames; wait 5 s before connecting again");
      return;
    }
    try {
      outlet.awaitRoom();
      DeskRequest request = DeskCodec.decode(text);
      AgentRef known = agent;
      if (known != null) {
        answer(known, request);
      } else if (request instanceof DeskRequest.Hello hello) {
        greet(hello);
      } else {
        refuse(Optional.empty(), Optional.empty(), RefusalCode.UNAUTHORISED, "say hello first");
      }
    } catch (RefusalException e) {
      outlet.send(DeskCodec.encode(e.refused()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outlet.close(CloseCode.GOING_AWAY, "the server stops");
    }
  }

  private void greet(DeskRequest.Hello hello) {
    Optional<AgentRef> holder = tickets.redeem(hello.ticket());
    if (holder.isEmpty()) {
      outlet.close(CloseCode.BAD_TICKET, "the ticket is unknown, used or older than 60 s");
      return;
    }
    language = hello.language().flatMap(Language::ofTag);
    agent = holder.get();
    send(new DeskReply.Ready(conversations.epoch(), clock.instant(), holder));
    attention = conversations.liveOf(holder.get().key(), this::attend);
    if (closed) {
      closed();
    }
  }

  private void answer(AgentRef known, DeskRequest request) {
    switch (request) {
      case DeskRequest.Hello hello ->
          refuse(
              Optional.empty(),
              Optional.empty(),
              RefusalCode.UNAUTHORISED,
              "this desk is open already; connect again to change its agent");
      case DeskRequest.Watch watch -> watch(known, watch);
      case DeskRequest.Unwatch unwatch -> {
        DeskView view = views.remove(unwatch.conversation());
        if (view != null) {
          view.end();
        }
      }
      case DeskRequest.MessageAsked asked -> {
        if (maySee(asked.conversation(), Optional.empty())) {
          send(shown(asked));
        }
      }
      case DeskRequest.Draft draft -> {
        if (maySee(draft.conversation(), Optional.empty())) {
          conversations.checkDraft(
              draft.conversation(), draft.text(), draft.revision(), language, this::send);
        }
      }
      case DeskAction action -> {
        if (isOfOwn(known, action) || maySee(action.conversation(), Optional.of(action.id()))) {
          conversations.act(action, this::told);
        }
      }
      case Pong pong -> {}
    }
  }

  private DeskReply shown(DeskRequest.MessageAsked asked) {
    ConversationKey conversation = asked.conversation();
    Optional<ConversationKey> from = asked.from();
    if (from.isEmpty()) {
      return conversations.message(conversation, asked.message());
    }
    if (!conversations.carries(conversation, from.get(), asked.message())) {
      return new Refused(
          Optional.empty(),
          Optional.of(conversation),
          RefusalCode.UNAUTHORISED,
          "this conversation has taken over no promise of that message",
          Optional.of("from"));
    }
    return switch (conversations.message(from.get(), asked.message())) {
      case DeskReply.MessageShown shown ->
          new DeskReply.MessageShown(
              conversation, shown.message(), shown.author(), shown.at(), shown.text(), from);
      case DeskReply other -> other;
    };
  }

  /** Whether it is about a promise of the agent's own, from a conversation that has ended. */
  private boolean isOfOwn(AgentRef known, DeskAction action) {
    return switch (action) {
      case DeskAction.CommitmentKept kept -> conversations.owes(known.key(), kept.conversation());
      case DeskAction.CommitmentReopened reopened ->
          conversations.owes(known.key(), reopened.conversation());
      case DeskAction.HintUsed used -> false;
      case DeskAction.HintDismissed dismissed -> false;
      case DeskAction.HintWrong wrong -> false;
      case DeskAction.ItemContested contested -> false;
    };
  }

  private void watch(AgentRef known, DeskRequest.Watch watch) {
    ConversationKey conversation = watch.conversation();
    if (views.size() >= limits.conversations() && !views.containsKey(conversation)) {
      refuse(
          Optional.empty(),
          Optional.of(conversation),
          RefusalCode.BUSY,
          "a desk watches at most " + limits.conversations() + " conversations; unwatch one first");
      return;
    }
    Optional<Position> from =
        watch
            .epoch()
            .filter(epoch -> watch.seq().isPresent())
            .map(epoch -> new Position(epoch, watch.seq().getAsLong()));
    views
        .computeIfAbsent(
            conversation,
            key -> new DeskView(conversations, key, known.key(), language, outlet, limits))
        .show(from);
    if (closed) {
      closed();
    }
  }

  /** Whether the desk sees the conversation; says so where it does not. */
  private boolean maySee(ConversationKey conversation, Optional<EventKey> id) {
    DeskView view = views.get(conversation);
    if (view != null && view.seen()) {
      return true;
    }
    refuse(
        id,
        Optional.of(conversation),
        RefusalCode.UNAUTHORISED,
        "this desk does not show the conversation; watch it first");
    return false;
  }

  private void told(Receipt receipt) {
    switch (receipt) {
      case Receipt.Kept kept -> send(kept.ack());
      case Receipt.NotKept notKept -> send(notKept.refused());
    }
  }

  private void attend(DeskReply.Attention rows) {
    if (outlet.backlog() <= limits.coalesce()) {
      send(rows);
    }
  }

  private void refuse(
      Optional<EventKey> id,
      Optional<ConversationKey> conversation,
      RefusalCode code,
      String reason) {
    send(new Refused(id, conversation, code, reason, Optional.empty()));
  }

  private void send(DeskReply reply) {
    outlet.send(DeskCodec.encode(reply));
  }

  @Override
  public void tooLarge(String beginning) {
    refuse(
        Optional.empty(),
        Optional.empty(),
        RefusalCode.TOO_LARGE,
        "a frame has at most " + Limits.FRAME_BYTES + " bytes");
  }

  @Override
  public void binary() {
    refuse(
        Optional.empty(),
        Optional.empty(),
        RefusalCode.NOT_JSON,
        "binary frames are not read; send JSON in text frames");
  }

  @Override
  public void tick(long nanos) {
    if (agent == null && nanos - opened > limits.hello().toNanos()) {
      outlet.close(CloseCode.SILENT_START, "no hello in time");
    }
    for (DeskView view : views.values()) {
      if (view.wantsWhole()) {
        executor.execute(view::showWhole);
      }
    }
  }

  @Override
  public void closed() {
    closed = true;
    Watch watching = attention;
    if (watching != null) {
      watching.close();
    }
    views.values().forEach(DeskView::end);
  }
}
