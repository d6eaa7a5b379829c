package io.souffleur.server.access;

import java.util.Optional;
import java.util.Set;

/** Who asks for something, as far as they have shown it. */
public sealed interface Caller {

  /** Somebody who has shown nothing, or nothing that is good. */
  record Nobody() implements Caller {}

  /** A program that tells what happens in one channel. */
  record Connector(String channel) implements Caller {}

  /** A tool that agents work in; it may open desks for them. */
  record Host(String name) implements Caller {}

  /** A desk that a host's ticket opened, for the agent it names. */
  record TicketHolder(String agent) implements Caller {}

  /**
   * A person who signed in.
   *
   * @param agent the key under which channels know them as an agent; empty: they take no
   *     conversations
   */
  record Person(AccountId account, Optional<String> agent, Set<Role> roles, Set<TeamId> teams)
      implements Caller {
    public Person {
      roles = Set.copyOf(roles);
      teams = Set.copyOf(teams);
    }
  }
}
