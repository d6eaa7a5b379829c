package io.souffleur.server.desk;

import io.souffleur.server.access.Access;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Decision;
import io.souffleur.server.access.Operation;
import io.souffleur.server.access.Resource;
import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.Witness;
import io.souffleur.server.core.text.Language;
import io.souffleur.server.http.Outlet;
import io.souffleur.server.lane.Bulletin;
import io.souffleur.server.lane.Conversations;
import io.souffleur.server.lane.Position;
import io.souffleur.server.lane.Viewer;
import io.souffleur.server.lane.Watch;
import io.souffleur.server.lane.Watcher;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import io.souffleur.wire.RefusalCode;
import io.souffleur.wire.Refused;
import io.souffleur.wire.Snapshot;
import io.souffleur.wire.json.DeskCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One conversation on one desk, while its holder may see it. A desk that does not keep up is not
 * told every update: it falls behind, and is shown the whole again once it has read what was sent.
 * For any thread.
 */
final class DeskView implements Viewer {
  private static final int MISSED_AT_ONCE = 16;

  private final Conversations conversations;
  private final ConversationKey conversation;
  private final Caller caller;
  private final Rosters rosters;
  private final Optional<Language> language;
  private final Witness witness;
  private final Outlet outlet;
  private final DeskLimits limits;
  private final AtomicReference<@Nullable Showing> current = new AtomicReference<>();
  private volatile Optional<String> agent = Optional.empty();

  /** How it ended to look at it, when that was last said to the witness. */
  private volatile Witness.@Nullable End witnessed;

  DeskView(
      Conversations conversations,
      ConversationKey conversation,
      Caller caller,
      Rosters rosters,
      Optional<Language> language,
      Witness witness,
      Outlet outlet,
      DeskLimits limits) {
    this.conversations = conversations;
    this.conversation = conversation;
    this.caller = caller;
    this.rosters = rosters;
    this.language = language;
    this.witness = witness;
    this.outlet = outlet;
    this.limits = limits;
  }

  /** Shows the conversation, from where the desk stopped when it says so. May block. */
  void show(Optional<Position> from) {
    witnessed = null;
    Showing next = new Showing();
    Showing before = current.getAndSet(next);
    if (before != null) {
      before.end();
    }
    next.begin(conversations.watch(conversation, this, from, language, next));
  }

  /** Tells the witness once that a person looks at the conversation of another agent. */
  private void saw(Witness.End end) {
    Optional<String> holder = agent;
    if (witnessed != end
        && caller instanceof Caller.Person person
        && holder.isPresent()
        && !holder.equals(person.agent())) {
      witnessed = end;
      witness.saw(new Witness.Sight(caller, "", Operation.WATCH, conversation.value(), end));
    }
  }

  @Override
  public boolean maySee(Optional<String> holder) {
    agent = holder;
    return Access.decide(caller, Operation.WATCH, shown()).allowed();
  }

  private Resource shown() {
    Optional<String> holder = agent;
    return new Resource.Conversation(holder, holder.map(rosters::teamsOf).orElseGet(Set::of));
  }

  /** The conversation as what the desk does is about it. */
  Resource resource() {
    Showing showing = current.get();
    return showing != null && showing.seen ? shown() : new Resource.Hidden();
  }

  /** Takes it off the desk when its holder may not see it any more, as teams are now. */
  void lookAgain() {
    Showing showing = current.get();
    if (showing != null
        && showing.seen
        && Access.decide(caller, Operation.WATCH, shown()) instanceof Decision.Refused refused) {
      showing.refused(
          new Refused(
              Optional.empty(),
              Optional.of(conversation),
              RefusalCode.UNAUTHORISED,
              refused.reason(),
              Optional.empty()));
    }
  }

  /** Whether it fell behind and has caught up since. */
  boolean wantsWhole() {
    Showing showing = current.get();
    return showing != null && showing.behind && outlet.backlog() < limits.coalesce() / 4;
  }

  /** Shows the whole again, if it is still behind. May block. */
  void showWhole() {
    Showing before = current.get();
    Showing next = new Showing();
    if (before != null && before.behind && current.compareAndSet(before, next)) {
      before.end();
      next.begin(conversations.watch(conversation, this, Optional.empty(), language, next));
    }
  }

  void end() {
    Showing showing = current.getAndSet(null);
    if (showing != null) {
      showing.end();
    }
  }

  /** From one {@code show} to the next. Its callbacks come one at a time, from the lane. */
  private final class Showing implements Watcher {
    private final AtomicReference<@Nullable Watch> watch = new AtomicReference<>();
    private volatile boolean over;
    private volatile boolean seen;
    private volatile boolean behind;

    void begin(Watch begun) {
      watch.set(begun);
      if (over) {
        begun.close();
      }
    }

    void end() {
      over = true;
      seen = false;
      Watch begun = watch.get();
      if (begun != null) {
        begun.close();
      }
    }

    @Override
    public void snapshot(Snapshot snapshot) {
      seen = true;
      saw(Witness.End.DONE);
      send(() -> List.of(DeskCodec.encode(snapshot)));
    }

    @Override
    public void resumed(DeskReply.Resumed from, List<CoachingUpdate> missed) {
      seen = true;
      saw(Witness.End.DONE);
      send(() -> List.of(DeskCodec.encode(from)));
      for (int i = 0; i < missed.size(); i += MISSED_AT_ONCE) {
        List<CoachingUpdate> next = missed.subList(i, Math.min(i + MISSED_AT_ONCE, missed.size()));
        send(() -> next.stream().map(DeskCodec::encode).toList());
      }
    }

    @Override
    public void updates(Bulletin bulletin) {
      send(bulletin::frames);
    }

    @Override
    public void refused(Refused refusal) {
      if (!seen && refusal.code() == RefusalCode.UNAUTHORISED) {
        saw(Witness.End.REFUSED);
      }
      send(() -> List.of(DeskCodec.encode(refusal)));
      end();
    }

    private void send(Supplier<List<String>> frames) {
      if (over || behind) {
        return;
      }
      if (outlet.backlog() > limits.coalesce()) {
        behind = true;
        return;
      }
      outlet.send(frames.get());
    }
  }
}
