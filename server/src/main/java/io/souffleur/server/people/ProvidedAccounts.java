package io.souffleur.server.people;

import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import io.souffleur.server.config.SignIn;
import io.souffleur.server.openid.Vouched;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of people whom the provider of the house knows: made when they first come, and
 * brought to what it says whenever they come again. An account is theirs by the provider’s name for
 * them and by nothing else, so that nobody takes over another one’s by a login. For any thread.
 */
final class ProvidedAccounts {
  private static final int MOST_TEAMS = 64;

  private final People people;
  private final SignIn.OpenId settings;

  ProvidedAccounts(People people, SignIn.OpenId settings) {
    this.people = people;
    this.settings = settings;
  }

  /**
   * The account of somebody, as it is to be from now on.
   *
   * @throws RefusedException when they have no role here (any more), or an admin withdrew it, or
   *     somebody else has their login
   */
  Account of(Vouched person) throws RefusedException {
    synchronized (people) {
      Optional<Account> before = people.directory().ofSubject(person.subject());
      if (before.isPresent() && before.get().disabled()) {
        throw new RefusedException(Code.WITHDRAWN, "an admin has disabled this account");
      }
      Set<Role> roles = roles(person);
      if (roles.isEmpty()) {
        if (before.isPresent()) {
          people.put(before.get(), withoutRoles(before.get()));
        }
        throw new RefusedException(Code.NO_ROLE, "no group of theirs has a role here");
      }
      Account after = account(person, roles, before);
      if (before.isEmpty()) {
        return people.add(after, Optional.empty());
      }
      return before.get().equals(after) ? after : people.put(before.get(), after);
    }
  }

  private Account account(Vouched person, Set<Role> roles, Optional<Account> before)
      throws RefusedException {
    String login = AccountForm.login(person.login());
    return new Account(
        before.isPresent() ? before.get().id() : people.newAccountId(),
        login,
        AccountForm.label("name", person.name().orElse(login)),
        agent(person, login, roles, before),
        roles,
        teams(person),
        false,
        Optional.of(person.subject()));
  }

  /** By its word where it is asked for that; else an admin’s, who begins with the login. */
  private Optional<String> agent(
      Vouched person, String login, Set<Role> roles, Optional<Account> before)
      throws RefusedException {
    if (settings.claims().agent().isPresent()) {
      return person.agent().isPresent()
          ? Optional.of(AccountForm.label("agent", person.agent().get()))
          : Optional.empty();
    }
    if (before.isPresent() && (before.get().agent().isPresent() || isAgent(before.get().roles()))) {
      return before.get().agent();
    }
    return isAgent(roles) ? Optional.of(login) : Optional.empty();
  }

  private static boolean isAgent(Set<Role> roles) {
    return roles.contains(Role.AGENT);
  }

  private Set<Role> roles(Vouched person) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (SignIn.Grant grant : settings.grants()) {
      if (person.groups().contains(grant.group())) {
        roles.addAll(grant.roles());
      }
    }
    return roles;
  }

  private Set<TeamId> teams(Vouched person) throws RefusedException {
    Set<String> names = new LinkedHashSet<>();
    for (SignIn.Grant grant : settings.grants()) {
      if (person.groups().contains(grant.group())) {
        names.addAll(grant.teams());
      }
    }
    names.addAll(person.teams());
    if (names.size() > MOST_TEAMS) {
      throw RefusedException.field(
          Code.INVALID_FIELD, "teams", "a person is in at most " + MOST_TEAMS + " teams");
    }
    Set<TeamId> teams = new HashSet<>();
    for (String name : names) {
      teams.add(people.teamNamed(name).id());
    }
    return teams;
  }

  private static Account withoutRoles(Account account) {
    return new Account(
        account.id(),
        account.login(),
        account.name(),
        account.agent(),
        Set.of(),
        Set.of(),
        account.disabled(),
        account.subject());
  }
}
