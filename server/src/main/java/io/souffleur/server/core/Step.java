package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Update;
import java.util.List;

/**
 * What one event leads to.
 *
 * @param state the next state, which also says when it wants to be woken
 * @param updates what changed, in order, numbered on from the state before
 */
public record Step(State state, List<Update> updates) {

  public Step {
    updates = List.copyOf(updates);
  }
}
