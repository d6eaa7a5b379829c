package io.souffleur.server.desk;

import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Identity;
import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.Standing;
import io.souffleur.server.access.Witness;
import io.souffleur.server.http.PacedSession;
import io.souffleur.server.lane.Conversations;
import io.souffleur.wire.AgentRef;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.DeskRequest;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.DeskCodec;
import io.souffleur.wire.json.RefusalException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One tab of an agent: it does with frames what the sidebar does ({@code connection/watches.ts}),
 * and writes down what a server must never send. For one thread.
 */
final class ModelWidget {
  static final AgentRef AGENT = new AgentRef("ines", "Inès");

  /** Who has shown a ticket of this agent's. */
  static final Holder HOLDER =
      new Holder(
          new Identity(new Caller.TicketHolder(AGENT.key()), Standing.lasting()),
          Optional.of(AGENT));

  /** So little that a tab which does not read falls behind soon. */
  private static final DeskLimits LIMITS =
      new DeskLimits(Duration.ofSeconds(5), 64, Integer.MAX_VALUE, 1_000, 1_500);

  private static final String NONE = "none";

  private final ConversationKey conversation;
  private final Reference truth;
  private final List<String> faults = new ArrayList<>();
  private final List<DeskReply> heard = new ArrayList<>();
  private @Nullable DeskPeer peer;
  private PacedSession session = new PacedSession();
  private final List<String> transcript = new ArrayList<>();
  private int resumptions;
  private int coalesced;
  private boolean watching;
  private boolean stopped;

  /** What arrives now may have been on its way for a while. */
  private boolean late;

  /** As the sidebar knows it. */
  private String epoch = NONE;

  private long seq;
  private boolean asked = true;
  private Shelf shelf = new Shelf();

  /** As the server sends it: the number that its last frame on this connection stands at. */
  private long streamed = -1;

  ModelWidget(ConversationKey conversation, Reference truth) {
    this.conversation = conversation;
    this.truth = truth;
  }

  boolean connected() {
    return peer != null;
  }

  /** Opens a socket, and goes on from where it claims to be: what it knows, or something else. */
  void connect(Conversations conversations, Clock clock, long off, boolean otherEpoch) {
    Tickets tickets = new Tickets(clock);
    session = new PacedSession();
    stopped = false;
    late = false;
    streamed = -1;
    heard.clear();
    transcript.add("{\"type\":\"lost\"}");
    DeskPeer opened =
        new DeskPeer(
            conversations,
            tickets,
            Rosters.empty(),
            clock,
            LIMITS,
            Runnable::run,
            Witness.none(),
            session.outlet());
    peer = opened;
    say(new DeskRequest.Hello(tickets.issue(HOLDER).ticket(), Optional.empty()));
    watch(Math.max(0, seq + off), otherEpoch ? "another" : epoch);
  }

  /** The line is lost, and whatever was on its way. */
  void drop() {
    DeskPeer open = peer;
    if (open != null) {
      open.closed();
      peer = null;
      watching = false;
    }
  }

  void watch() {
    if (!watching) {
      watch(seq, epoch);
    }
  }

  private void watch(long from, String of) {
    asked = true;
    watching = true;
    boolean knows = !of.equals(NONE);
    say(
        new DeskRequest.Watch(
            conversation,
            knows ? Optional.of(of) : Optional.empty(),
            knows ? OptionalLong.of(from) : OptionalLong.empty()));
  }

  void unwatch() {
    if (watching) {
      watching = false;
      say(new DeskRequest.Unwatch(conversation));
    }
  }

  void stopReading() {
    stopped = true;
    late = true;
    session.stopReading();
  }

  void readOn() {
    stopped = false;
    session.readOn();
  }

  private void say(DeskRequest request) {
    DeskPeer open = peer;
    if (open != null) {
      open.frame(DeskCodec.encode(request));
    }
  }

  /** As the server's watch over sockets does, a few times a second. */
  void tick() {
    DeskPeer open = peer;
    if (open != null) {
      open.tick(System.nanoTime());
    }
  }

  /** Reads what has arrived; says whether that made it ask something. */
  boolean read() {
    boolean again = false;
    for (String frame : session.takeArrived()) {
      if (peer != null) {
        transcript.add(frame);
        DeskReply reply = decoded(frame);
        audit(reply);
        again |= hear(reply);
        heard.add(reply);
      }
    }
    late &= stopped;
    return again;
  }

  /**
   * Hears one of its latest frames of this connection once more, as a broken client might.
   *
   * @param ago 1 for the last one
   */
  boolean hearAgain(int ago) {
    if (heard.size() < ago || heard.get(heard.size() - ago) instanceof Snapshot) {
      return false;
    }
    DeskReply reply = heard.get(heard.size() - ago);
    transcript.add(DeskCodec.encode(reply));
    return hear(reply);
  }

  private boolean hear(DeskReply reply) {
    if (!watching) {
      return false;
    }
    return switch (reply) {
      case Snapshot snapshot -> {
        epoch = snapshot.epoch();
        seq = snapshot.seq();
        asked = false;
        shelf = Shelf.of(snapshot);
        yield false;
      }
      case DeskReply.Resumed resumed -> {
        if (resumed.epoch().equals(epoch) && resumed.seq() == seq) {
          asked = false;
          yield false;
        }
        watch(0, NONE);
        yield true;
      }
      case CoachingUpdate update -> {
        if (asked || update.seq() <= seq) {
          yield false;
        }
        if (update.seq() == seq + 1) {
          seq = update.seq();
          shelf.put(update);
          yield false;
        }
        watch(seq, epoch);
        yield true;
      }
      case Refused refused -> {
        watching = false;
        yield false;
      }
      default -> false;
    };
  }

  /** What no server may send, whatever a client would make of it. */
  private void audit(DeskReply reply) {
    switch (reply) {
      case Snapshot snapshot -> {
        theirs(reply);
        coalesced += !asked && streamed >= 0 ? 1 : 0;
        streamed = snapshot.seq();
        if (!Shelf.of(snapshot).equals(truth.after(snapshot.seq()))) {
          faults.add("a snapshot that is not true: " + reply);
        }
      }
      case DeskReply.Resumed resumed -> {
        theirs(reply);
        resumptions++;
        streamed = resumed.seq();
      }
      case CoachingUpdate update -> {
        theirs(reply);
        if (update.seq() != streamed + 1) {
          faults.add("a hole: after " + streamed + " comes " + reply);
        }
        streamed = update.seq();
        if (update.seq() <= truth.seq() && !update.equals(truth.update(update.seq()))) {
          faults.add("an update that is not true: " + reply);
        }
      }
      case Refused refused -> {
        if (refused.code() != RefusalCode.UNAUTHORISED
            || (!late && truth.holder().equals(AGENT.key()))) {
          faults.add("refused: " + reply);
        }
      }
      default -> {}
    }
  }

  private void theirs(DeskReply reply) {
    if (!late && !truth.holder().equals(AGENT.key())) {
      faults.add("another agent's: " + reply);
    }
  }

  /** Looks at what it shows; with {@code whole}, also at whether it has everything. */
  void check(boolean whole) {
    if (!epoch.equals(NONE) && seq <= truth.seq() && !shelf.equals(truth.after(seq))) {
      faults.add("at " + seq + " it shows " + shelf + ", not " + truth.after(seq));
    }
    boolean mayHaveAll = peer != null && watching && !stopped && truth.holder().equals(AGENT.key());
    if (whole && mayHaveAll && (asked || seq != truth.seq())) {
      faults.add("it stands at " + seq + ", the conversation at " + truth.seq());
    }
  }

  /** What it heard, in order; {@code lost} stands where it came back on a new line. */
  List<String> transcript() {
    return transcript;
  }

  /** What it shows in the end, as a snapshot would list it; empty when it was shown nothing. */
  Optional<String> view() {
    return epoch.equals(NONE)
        ? Optional.empty()
        : Optional.of("{\"seq\":" + seq + ",\"parts\":" + shelf.json() + "}");
  }

  /** How often it was told no more than it had missed. */
  int resumptions() {
    return resumptions;
  }

  /** How often it was shown the whole unasked, having fallen behind. */
  int coalesced() {
    return coalesced;
  }

  List<String> faults() {
    return faults;
  }

  private static DeskReply decoded(String frame) {
    try {
      return DeskCodec.decodeReply(frame);
    } catch (RefusalException e) {
      throw new IllegalStateException(frame, e);
    }
  }
}
