package io.souffleur.server.access;

import java.util.Optional;
import java.util.Set;

/** What an operation is about. */
public sealed interface Resource {

  /** Nothing in particular. */
  record None() implements Resource {}

  /**
   * A conversation that is on show.
   *
   * @param agent who holds it; empty: nobody yet
   * @param teams of that agent
   */
  record Conversation(Optional<String> agent, Set<TeamId> teams) implements Resource {
    public Conversation {
      teams = Set.copyOf(teams);
    }
  }

  /**
   * A conversation whose owner is not known here: its lane asks again when it knows its agent, and
   * compares its channel.
   */
  record Unresolved() implements Resource {}

  /** A conversation that the desk does not show. */
  record Hidden() implements Resource {}

  /** A promise that {@code agent} made in a conversation that has ended since. */
  record Promise(String agent) implements Resource {}

  /** Somebody's account. */
  record Account(AccountId id) implements Resource {}
}
