package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.TeamId;
import java.util.List;
import java.util.Optional;

/** Where accounts and teams are kept. What returns is durable. For any thread; may block. */
interface Accounts {

  /** All accounts, in the order of their logins. */
  List<Account> all();

  /** All teams, in the order of their names. */
  List<Team> teams();

  /** The hash of a person's password; empty when they have none. */
  Optional<String> password(AccountId id);

  void add(Account account, Optional<String> password);

  void change(Account account);

  void setPassword(AccountId id, String hash);

  void remove(AccountId id);

  /** Adds a team, or gives it another name. */
  void put(Team team);

  void remove(TeamId id);
}
