package io.souffleur.server.lane;

import io.souffleur.server.contract.Told;
import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.wire.ConversationKey;
import io.souffleur.wire.DeskReply;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * For each agent who wants to know: their live conversations, each with its nearest clock, and what
 * they owe from others. Safe for use by any thread; whoever listens is told on a thread of its own.
 */
final class Attentions implements AutoCloseable {

  private final InstantSource clock;
  private final PromiseBook promises;
  private final Map<String, AttentionBoard> boards = new ConcurrentHashMap<>();
  private final ScheduledExecutorService teller =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("attention").daemon().factory());

  Attentions(InstantSource clock, PromiseBook promises) {
    this.clock = clock;
    this.promises = promises;
  }

  /** A conversation stands differently than before, as {@code told} tells. */
  void changed(ConversationKey key, List<Told> told, @Nullable State before, State after) {
    if (boards.isEmpty()) {
      return;
    }
    Optional<String> held = Optional.ofNullable(before).flatMap(Attentions::holder);
    Optional<String> holds = holder(after);
    if (!held.equals(holds)) {
      held.map(boards::get).ifPresent(board -> board.put(key, Optional.empty()));
    }
    if (!held.equals(holds) || tellsOfClocks(told)) {
      holds.map(boards::get).ifPresent(board -> board.put(key, NearestClock.of(after)));
    }
  }

  /** A conversation is no more; {@code last} is how it stood. */
  void gone(ConversationKey key, @Nullable State last) {
    Optional.ofNullable(last)
        .flatMap(Attentions::holder)
        .map(boards::get)
        .ifPresent(board -> board.put(key, Optional.empty()));
  }

  /** What an agent owes from conversations that have ended is not what it was. */
  void owing(String agent) {
    AttentionBoard board = boards.get(agent);
    if (board != null) {
      board.promisesChanged();
    }
  }

  private static boolean tellsOfClocks(List<Told> told) {
    for (Told one : told) {
      if (one.update() instanceof Update.Timer) {
        return true;
      }
    }
    return false;
  }

  /** The same for one agent's board, when it is new. */
  void survey(String agent, ConversationKey key, State state) {
    if (holder(state).filter(agent::equals).isPresent()) {
      changed(key, List.of(), null, state);
    }
  }

  /** All of an agent's conversations have been surveyed: the board may be shown. */
  void surveyed(String agent) {
    AttentionBoard board = boards.get(agent);
    if (board != null) {
      board.show();
    }
  }

  /** Who holds a conversation, or held it last. */
  static Optional<String> holder(State state) {
    return state.facts().agent().map(Agent::key);
  }

  /** Tells {@code told} from when the board has been surveyed. */
  Watch listen(String agent, Consumer<DeskReply.Attention> told) {
    AttentionBoard joined =
        boards.compute(
            agent,
            (key, board) -> {
              AttentionBoard present =
                  board == null ? new AttentionBoard(agent, clock, promises, teller) : board;
              present.add(told);
              return present;
            });
    return () ->
        boards.computeIfPresent(
            agent, (key, board) -> board == joined && board.remove(told) ? null : board);
  }

  @Override
  public void close() {
    teller.shutdownNow();
  }
}
