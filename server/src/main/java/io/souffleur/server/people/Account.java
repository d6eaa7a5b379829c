package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Caller;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import java.util.Optional;
import java.util.Set;

/**
 * A person of the house.
 *
 * @param login what they sign in with, in lower case
 * @param name as shown to people
 * @param agent the key under which channels know them; empty: they take no conversations
 * @param disabled whether they may not sign in for now
 * @param subject how the house's identity provider names them; empty: they sign in by password
 */
public record Account(
    AccountId id,
    String login,
    String name,
    Optional<String> agent,
    Set<Role> roles,
    Set<TeamId> teams,
    boolean disabled,
    Optional<String> subject) {
  public Account {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  /** Whether they may look after accounts now. */
  boolean administers() {
    return !disabled && roles.contains(Role.ADMIN);
  }

  Caller.Person caller() {
    return new Caller.Person(id, agent, roles, teams);
  }
}
