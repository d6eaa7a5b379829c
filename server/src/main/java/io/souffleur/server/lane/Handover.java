package io.souffleur.server.lane;

import io.souffleur.server.contract.Telling;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Customer;
import io.souffleur.wire.ChannelEvent;
import io.souffleur.wire.CoachingUpdate;
import io.souffleur.wire.DeskAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Carries promises from a conversation that ends to the one that the customer has beside it, or
 * else has next, by way of the {@link PromiseBook}. What goes out and what comes in is noted in the
 * journal of either conversation: the former just before the end, so that no end is durable without
 * it. For a lane's thread.
 */
final class Handover {

  private final PromiseBook book;
  private final Attentions attentions;

  Handover(Surroundings around) {
    this.book = around.promises();
    this.attentions = around.attentions();
  }

  /**
   * What is noted before {@code input} is handled at {@code now}: what is owed at the end, before
   * anything else what the customer is owed from a conversation that ended beside this one, or
   * whose note was lost when the server stopped.
   */
  List<Input.Noted> before(Resident resident, Input input, Instant now) {
    State state = resident.state;
    if (state == null
        || resident.degraded
        || resident.ended
        || !(input instanceof Input.FromChannel said)) {
      return List.of();
    }
    return said.event() instanceof ChannelEvent.ConversationEnded
        ? notes(resident, Input.Passage.LEFT, Telling.owed(resident.key, state))
        : takenOver(resident, state, now);
  }

  /** What is noted after {@code input} was handled at {@code now}. */
  List<Input.Noted> after(Resident resident, Input input, Instant now) {
    boolean starts = input instanceof Input.FromChannel(ChannelEvent.ConversationStarted started);
    State state = resident.state;
    return !starts || state == null || resident.degraded
        ? List.of()
        : takenOver(resident, state, now);
  }

  private List<Input.Noted> takenOver(Resident resident, State state, Instant now) {
    List<PromiseBook.Line> taken = taken(state, now);
    for (PromiseBook.Line line : taken) {
      line.agent().ifPresent(attentions::owing);
    }
    return notes(
        resident, Input.Passage.CARRIED, taken.stream().map(PromiseBook.Line::promise).toList());
  }

  private static List<Input.Noted> notes(
      Resident resident, Input.Passage passage, List<CoachingUpdate.Commitment> promises) {
    List<Input.Noted> notes = new ArrayList<>();
    for (CoachingUpdate.Commitment promise : promises) {
      long position = resident.position + 1 + notes.size();
      notes.add(new Input.Noted(resident.key, passage, promise, position));
    }
    return notes;
  }

  private List<PromiseBook.Line> taken(State state, Instant now) {
    Optional<String> customer = state.facts().customer().key();
    return customer.isEmpty() ? List.of() : book.take(customer.get(), now);
  }

  /** {@code input} is durable, and leads to {@code after}. */
  void kept(Resident resident, Input input, State after, Instant now) {
    switch (input) {
      case Input.FromChannel(ChannelEvent event) -> {
        if (event instanceof ChannelEvent.ConversationEnded) {
          ended(resident, after, now);
        }
      }
      case Input.FromDesk(DeskAction action) -> {
        if (action instanceof DeskAction.CommitmentKept kept) {
          mark(resident, kept.commitment(), true);
        } else if (action instanceof DeskAction.CommitmentReopened reopened) {
          mark(resident, reopened.commitment(), false);
        }
      }
      case Input.Noted noted -> {
        if (noted.passage() == Input.Passage.CARRIED) {
          book.settled(PromiseBook.Key.of(noted.promise()));
        }
      }
    }
  }

  /** What was {@code given} up could not be kept; hands it on to be told so. */
  Deque<Held> lost(Deque<Held> given) {
    for (Held held : given) {
      if (held.input() instanceof Input.Noted noted && noted.passage() == Input.Passage.CARRIED) {
        book.back(PromiseBook.Key.of(noted.promise()))
            .flatMap(PromiseBook.Line::agent)
            .ifPresent(attentions::owing);
      }
    }
    return given;
  }

  private void ended(Resident resident, State after, Instant now) {
    Customer customer = after.facts().customer();
    Optional<String> agent = after.facts().agent().map(Agent::key);
    book.forget(now);
    List<CoachingUpdate.Commitment> owed = Telling.owed(resident.key, after);
    for (CoachingUpdate.Commitment promise : owed) {
      book.put(
          new PromiseBook.Line(
              promise, customer.key(), NearestClock.called(customer), agent, false));
    }
    if (!owed.isEmpty()) {
      agent.ifPresent(attentions::owing);
    }
  }

  private void mark(Resident resident, String commitment, boolean kept) {
    book.mark(new PromiseBook.Key(resident.key, commitment), kept)
        .flatMap(PromiseBook.Line::agent)
        .ifPresent(attentions::owing);
  }
}
