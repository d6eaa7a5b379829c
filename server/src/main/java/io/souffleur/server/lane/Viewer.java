package io.souffleur.server.lane;

import java.util.Optional;

/**
 * Whose eyes a conversation is shown to. Asked on the conversation's lane whenever its agent may
 * have changed, before anything of it is told; must not block.
 */
@FunctionalInterface
public interface Viewer {

  /**
   * Whether they may see it.
   *
   * @param agent the key of the agent who holds it; empty: nobody yet
   */
  boolean maySee(Optional<String> agent);
}
