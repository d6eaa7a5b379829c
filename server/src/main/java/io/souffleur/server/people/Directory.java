package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.TeamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everybody of the house at one moment. Immutable. */
final class Directory {
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<TeamId, Team> teams = new LinkedHashMap<>();
  private final Map<String, Account> logins = new LinkedHashMap<>();
  private final Map<String, Account> agents = new LinkedHashMap<>();
  private final Map<String, Account> subjects = new LinkedHashMap<>();

  Directory(List<Account> accounts, List<Team> teams) {
    for (Account account : accounts) {
      this.accounts.put(account.id(), account);
      logins.put(account.login(), account);
      account.agent().ifPresent(agent -> agents.put(agent, account));
      account.subject().ifPresent(subject -> subjects.put(subject, account));
    }
    teams.forEach(team -> this.teams.put(team.id(), team));
  }

  List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  List<Team> teams() {
    return List.copyOf(teams.values());
  }

  Optional<Account> account(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  Optional<Account> ofLogin(String login) {
    return Optional.ofNullable(logins.get(login));
  }

  Optional<Account> ofAgent(String key) {
    return Optional.ofNullable(agents.get(key));
  }

  Optional<Account> ofSubject(String subject) {
    return Optional.ofNullable(subjects.get(subject));
  }

  Optional<Team> team(TeamId id) {
    return Optional.ofNullable(teams.get(id));
  }

  /** Whether somebody could look after accounts if {@code changed} were as given. */
  boolean administeredWith(AccountId id, Function<Account, Optional<Account>> changed) {
    return accounts.values().stream()
        .map(account -> account.id().equals(id) ? changed.apply(account) : Optional.of(account))
        .flatMap(Optional::stream)
        .anyMatch(Account::administers);
  }
}
