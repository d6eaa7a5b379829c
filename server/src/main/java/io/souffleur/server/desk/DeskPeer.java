package io.souffleur.server.desk;

import io.souffleur.server.access.Access;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Decision;
import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Resource;
import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.Witness;
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
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A desk at the other end of a socket. Whatever it sends is decided on by {@link Access} before
 * anything is done with it.
 */
final class DeskPeer implements Peer {
  private final Conversations conversations;
  private final Tickets tickets;
  private final Rosters rosters;
  private final InstantSource clock;
  private final DeskLimits limits;
  private final Executor executor;
  private final Witness witness;
  private final Outlet outlet;
  private final long opened = System.nanoTime();
  private final FrameRate rate;
  private final Map<ConversationKey, DeskView> views = new ConcurrentHashMap<>();
  private Optional<Language> language = Optional.empty();
  private volatile @Nullable Holder holder;
  private volatile @Nullable Watch attention;
  private volatile boolean closed;

  /** Of the rosters, when the views were looked at last. For the thread of {@link #tick}. */
  private long edition;

  DeskPeer(
      Conversations conversations,
      Tickets tickets,
      Rosters rosters,
      InstantSource clock,
      DeskLimits limits,
      Executor executor,
      Witness witness,
      Outlet outlet) {
    this.conversations = conversations;
    this.tickets = tickets;
    this.rosters = rosters;
    this.edition = rosters.edition();
    this.clock = clock;
    this.limits = limits;
    this.executor = executor;
    this.witness = witness;
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
      Holder known = holder;
      if (known != null && !known.identity().standing().good()) {
        signOut();
        return;
      }
      Caller caller = known == null ? new Caller.Nobody() : known.identity().caller();
      switch (Access.decide(caller, Operation.of(request), resource(known, request))) {
        case Decision.Refused refused -> refuse(request, refused);
        case Decision.Allowed allowed -> {
          if (known != null && !(request instanceof Pong)) {
            known.identity().standing().used();
          }
          answer(known, request);
        }
      }
    } catch (RefusalException e) {
      conversations.refusedAtDoor(e.refused().code());
      outlet.send(DeskCodec.encode(e.refused()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outlet.close(CloseCode.GOING_AWAY, "the server stops");
    }
  }

  private void greet(DeskRequest.Hello hello) {
    Optional<Holder> redeemed = tickets.redeem(hello.ticket());
    if (redeemed.isEmpty()) {
      outlet.close(CloseCode.BAD_TICKET, "the ticket is unknown, used or older than 60 s");
      return;
    }
    language = hello.language().flatMap(Language::ofTag);
    holder = redeemed.get();
    Optional<AgentRef> agent = redeemed.get().agent();
    send(new DeskReply.Ready(conversations.epoch(), clock.instant(), agent));
    agent.ifPresent(own -> attention = conversations.liveOf(own.key(), this::attend));
    if (closed) {
      closed();
    }
  }

  /** What a request is about, as far as this desk knows it. */
  private Resource resource(@Nullable Holder known, DeskRequest request) {
    return switch (request) {
      case DeskRequest.Hello hello -> new Resource.None();
      case DeskRequest.Watch watch -> new Resource.Unresolved();
      case DeskRequest.Unwatch unwatch -> new Resource.None();
      case DeskRequest.MessageAsked asked -> onShow(asked.conversation());
      case DeskRequest.Draft draft -> onShow(draft.conversation());
      case DeskAction.CommitmentKept kept -> promised(known, kept.conversation());
      case DeskAction.CommitmentReopened reopened -> promised(known, reopened.conversation());
      case DeskAction action -> onShow(action.conversation());
      case Pong pong -> new Resource.None();
    };
  }

  private Resource onShow(ConversationKey conversation) {
    DeskView view = views.get(conversation);
    return view == null ? new Resource.Hidden() : view.resource();
  }

  /** A promise of the agent's own, from a conversation that has ended; or the conversation. */
  private Resource promised(@Nullable Holder known, ConversationKey conversation) {
    return Optional.ofNullable(known)
        .flatMap(Holder::agent)
        .map(AgentRef::key)
        .filter(agent -> conversations.owes(agent, conversation))
        .<Resource>map(Resource.Promise::new)
        .orElseGet(() -> onShow(conversation));
  }

  private void refuse(DeskRequest request, Decision.Refused refused) {
    Optional<EventKey> id =
        request instanceof DeskAction action ? Optional.of(action.id()) : Optional.empty();
    refuse(id, conversation(request), RefusalCode.UNAUTHORISED, refused.reason());
  }

  private static Optional<ConversationKey> conversation(DeskRequest request) {
    return switch (request) {
      case DeskRequest.Hello hello -> Optional.empty();
      case DeskRequest.Watch watch -> Optional.of(watch.conversation());
      case DeskRequest.Unwatch unwatch -> Optional.of(unwatch.conversation());
      case DeskRequest.MessageAsked asked -> Optional.of(asked.conversation());
      case DeskRequest.Draft draft -> Optional.of(draft.conversation());
      case DeskAction action -> Optional.of(action.conversation());
      case Pong pong -> Optional.empty();
    };
  }

  /** Does what is asked; it was decided that it may be. */
  private void answer(@Nullable Holder known, DeskRequest request) {
    switch (request) {
      case DeskRequest.Hello hello -> greet(hello);
      case DeskRequest.Watch watch -> {
        if (known != null) {
          watch(known, watch);
        }
      }
      case DeskRequest.Unwatch unwatch -> {
        DeskView view = views.remove(unwatch.conversation());
        if (view != null) {
          view.end();
        }
      }
      case DeskRequest.MessageAsked asked -> {
        DeskReply reply = shown(asked);
        if (known != null && reply instanceof DeskReply.MessageShown) {
          saw(known, asked);
        }
        send(reply);
      }
      case DeskRequest.Draft draft ->
          conversations.checkDraft(
              draft.conversation(), draft.text(), draft.revision(), language, this::send);
      case DeskAction action -> conversations.act(action, this::told);
      case Pong pong -> {}
    }
  }

  private void saw(Holder known, DeskRequest.MessageAsked asked) {
    witness.saw(
        new Witness.Sight(
            known.identity().caller(),
            "",
            Operation.MESSAGE_ASKED,
            asked.from().orElse(asked.conversation()).value(),
            Witness.End.DONE));
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
              conversation,
              shown.message(),
              shown.author(),
              shown.at(),
              shown.text(),
              from,
              shown.forgotten());
      case DeskReply other -> other;
    };
  }

  private void watch(Holder known, DeskRequest.Watch watch) {
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
            key ->
                new DeskView(
                    conversations,
                    key,
                    known.identity().caller(),
                    rosters,
                    language,
                    witness,
                    outlet,
                    limits))
        .show(from);
    if (closed) {
      closed();
    }
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
    conversations.refusedAtDoor(code);
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
    Holder known = holder;
    if (known == null) {
      if (nanos - opened > limits.hello().toNanos()) {
        outlet.close(CloseCode.SILENT_START, "no hello in time");
      }
      return;
    }
    if (!known.identity().standing().good()) {
      signOut();
      return;
    }
    long now = rosters.edition();
    if (now != edition) {
      edition = now;
      views.values().forEach(DeskView::lookAgain);
    }
    for (DeskView view : views.values()) {
      if (view.wantsWhole()) {
        executor.execute(view::showWhole);
      }
    }
  }

  private void signOut() {
    outlet.close(CloseCode.SIGNED_OUT, "signed out, or your account has changed; sign in again");
    closed();
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
