package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.text.Language;
import java.util.Optional;

/** Somebody who watches a conversation. For the thread of the conversation's lane. */
final class Seat {

  private final Optional<String> agent;
  private final Optional<Language> language;
  private final Watcher watcher;
  private boolean left;

  /**
   * A seat that is not taken yet.
   *
   * @param agent who may only see conversations that no other agent holds; empty: may see any
   * @param language of titles and texts; empty: the conversation's own
   */
  Seat(Optional<String> agent, Optional<Language> language, Watcher watcher) {
    this.agent = agent;
    this.language = language;
    this.watcher = watcher;
  }

  Optional<Language> language() {
    return language;
  }

  Watcher watcher() {
    return watcher;
  }

  boolean maySee(State state) {
    Optional<String> holder = state.facts().agent().map(Agent::key);
    return agent.isEmpty() || holder.isEmpty() || holder.equals(agent);
  }

  /** Also before they came: then they need not come any more. */
  void leave() {
    left = true;
  }

  boolean hasLeft() {
    return left;
  }
}
