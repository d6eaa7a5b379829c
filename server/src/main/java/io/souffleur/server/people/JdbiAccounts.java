package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Accounts and teams in the tables of the house. */
final class JdbiAccounts implements Accounts {
  private final Jdbi jdbi;

  JdbiAccounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Account> all() {
    return jdbi.inTransaction(
        handle -> {
          Map<String, Set<TeamId>> teams = new HashMap<>();
          handle
              .createQuery("select account, team from account_team")
              .map((row, context) -> Map.entry(row.getString("account"), row.getString("team")))
              .forEach(
                  one ->
                      teams
                          .computeIfAbsent(one.getKey(), account -> new HashSet<>())
                          .add(new TeamId(one.getValue())));
          return handle
              .createQuery(
                  "select id, login, name, agent, roles, disabled, subject from account"
                      + " order by login")
              .map((row, context) -> account(row, teams))
              .list();
        });
  }

  private static Account account(ResultSet row, Map<String, Set<TeamId>> teams)
      throws SQLException {
    String id = row.getString("id");
    return new Account(
        new AccountId(id),
        row.getString("login"),
        row.getString("name"),
        Optional.ofNullable(row.getString("agent")),
        roles(row.getString("roles")),
        teams.getOrDefault(id, Set.of()),
        row.getInt("disabled") != 0,
        Optional.ofNullable(row.getString("subject")));
  }

  private static Set<Role> roles(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }

  private static String names(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }

  @Override
  public List<Team> teams() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, name from team order by name")
                .map(
                    (row, context) ->
                        new Team(new TeamId(row.getString("id")), row.getString("name")))
                .list());
  }

  @Override
  public Optional<String> password(AccountId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select password from account where id = :id and password is not null")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void add(Account account, Optional<String> password) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "insert into account"
                      + " (id, login, name, agent, roles, disabled, subject, password) values"
                      + " (:id, :login, :name, :agent, :roles, :disabled, :subject, :password)")
              .bind("id", account.id().value())
              .bind("login", account.login())
              .bind("name", account.name())
              .bind("agent", account.agent().orElse(null))
              .bind("roles", names(account.roles()))
              .bind("disabled", account.disabled() ? 1 : 0)
              .bind("subject", account.subject().orElse(null))
              .bind("password", password.orElse(null))
              .execute();
          join(handle, account);
        });
  }

  @Override
  public void change(Account account) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "update account set login = :login, name = :name, agent = :agent,"
                      + " roles = :roles, disabled = :disabled, subject = :subject where id = :id")
              .bind("id", account.id().value())
              .bind("login", account.login())
              .bind("name", account.name())
              .bind("agent", account.agent().orElse(null))
              .bind("roles", names(account.roles()))
              .bind("disabled", account.disabled() ? 1 : 0)
              .bind("subject", account.subject().orElse(null))
              .execute();
          handle.execute("delete from account_team where account = ?", account.id().value());
          join(handle, account);
        });
  }

  private static void join(Handle handle, Account account) {
    for (TeamId team : account.teams()) {
      handle.execute(
          "insert into account_team (account, team) values (?, ?)",
          account.id().value(),
          team.value());
    }
  }

  @Override
  public void setPassword(AccountId id, String hash) {
    jdbi.useHandle(
        handle -> handle.execute("update account set password = ? where id = ?", hash, id.value()));
  }

  @Override
  public void remove(AccountId id) {
    jdbi.useHandle(handle -> handle.execute("delete from account where id = ?", id.value()));
  }

  @Override
  public void put(Team team) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into team (id, name) values (?, ?)"
                    + " on conflict (id) do update set name = excluded.name",
                team.id().value(),
                team.name()));
  }

  @Override
  public void remove(TeamId id) {
    jdbi.useHandle(handle -> handle.execute("delete from team where id = ?", id.value()));
  }
}
