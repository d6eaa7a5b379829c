package io.souffleur.server.lane;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Agent;
import io.souffleur.server.core.text.Language;
import java.util.Optional;

/** Somebody who watches a conversation. For the thread of the conversation's lane. */
final class Seat {

  private final Viewer viewer;
  private final Optional<Language> language;
  private final Watcher watcher;
  private boolean left;

  /**
   * A seat that is not taken yet.
   *
   * @param language of titles and texts; empty: the conversation's own
   */
  Seat(Viewer viewer, Optional<Language> language, Watcher watcher) {
    this.viewer = viewer;
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
    return viewer.maySee(state.facts().agent().map(Agent::key));
  }

  /** Also before they came: then they need not come any more. */
  void leave() {
    left = true;
  }

  boolean hasLeft() {
    return left;
  }
}
