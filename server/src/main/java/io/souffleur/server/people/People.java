package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.Rosters;
import io.souffleur.server.access.TeamId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The people of the house: who there is, who signs in, and what that changes. Whatever changes what
 * a person may do ends their sessions. For any thread; changes are made one after the other.
 */
final class People implements Rosters {
  private static final int ID_BYTES = 9;
  private static final AccountId NOBODY = new AccountId("-");
  private static final int MOST_ACCOUNTS = 100_000;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords = new Passwords();
  private final Attempts attempts;
  private final boolean withPasswords;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong edition = new AtomicLong();
  private volatile Directory directory;
  private volatile @Nullable SetUpCode code;

  /**
   * The people of a house.
   *
   * @param withPasswords whether they sign in with passwords
   */
  People(Accounts accounts, Sessions sessions, InstantSource clock, boolean withPasswords) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.withPasswords = withPasswords;
    attempts = new Attempts(clock);
    directory = new Directory(accounts.all(), accounts.teams());
    code = withPasswords && directory.accounts().isEmpty() ? new SetUpCode() : null;
  }

  Directory directory() {
    return directory;
  }

  /** The code that makes the first admin; empty once there is an account. */
  Optional<String> setUpCode() {
    return Optional.ofNullable(code).map(SetUpCode::shown);
  }

  @Override
  public Set<TeamId> teamsOf(String agent) {
    return directory.ofAgent(agent).map(Account::teams).orElseGet(Set::of);
  }

  @Override
  public long edition() {
    return edition.get();
  }

  /** Makes the first account, an admin. */
  Account setUp(String shown, String login, String name, String password, String address)
      throws RefusedException {
    attempts.from(address);
    String kept = AccountForm.login(login);
    String shownName = AccountForm.label("name", name);
    AccountForm.password("password", password, kept);
    check(shown);
    String hash = passwords.hash(password);
    synchronized (this) {
      check(shown);
      Account account =
          new Account(
              newAccountId(),
              kept,
              shownName,
              Optional.empty(),
              Set.of(Role.ADMIN),
              Set.of(),
              false,
              Optional.empty());
      accounts.add(account, Optional.of(hash));
      code = null;
      refresh();
      return account;
    }
  }

  private void check(String shown) throws RefusedException {
    SetUpCode wanted = code;
    if (wanted == null || !wanted.is(shown)) {
      throw new RefusedException(
          Code.WRONG_CODE, "this is not the code that the server printed at its start");
    }
  }

  /** Whose login this is; empty when it is nobody's. */
  Optional<AccountId> idOf(String login) throws RefusedException {
    return directory.ofLogin(AccountForm.login(login)).map(Account::id);
  }

  /** Signs somebody in; the token of their session. */
  String signIn(String login, String password, String address) throws RefusedException {
    checkPasswords();
    String kept = AccountForm.login(login);
    attempts.from(address);
    attempts.as(kept);
    Optional<Account> account =
        directory.ofLogin(kept).filter(found -> !found.disabled() && found.subject().isEmpty());
    // Asked for nobody, too: an answer takes as long whether or not there is such an account.
    Optional<String> hash = accounts.password(account.map(Account::id).orElse(NOBODY));
    if (!passwords.match(password, hash)) {
      throw new RefusedException(Code.WRONG_LOGIN, "login and password don’t go together");
    }
    attempts.forget(kept);
    attempts.forgive(address);
    return begin(account.orElseThrow().id(), hash);
  }

  /** Begins a session, if nothing has changed meanwhile. */
  private synchronized String begin(AccountId id, Optional<String> hash) throws RefusedException {
    Optional<Account> account = directory.account(id).filter(found -> !found.disabled());
    if (account.isEmpty() || !accounts.password(id).equals(hash)) {
      throw new RefusedException(Code.WRONG_LOGIN, "login and password don’t go together");
    }
    return sessions.begin(account.get());
  }

  /** Begins a session of somebody who has proved otherwise who they are. */
  synchronized String begin(AccountId id) throws RefusedException {
    return sessions.begin(
        directory
            .account(id)
            .filter(found -> !found.disabled())
            .orElseThrow(
                () -> new RefusedException(Code.WRONG_LOGIN, "this account may not sign in")));
  }

  private void checkPasswords() throws RefusedException {
    if (!withPasswords) {
      throw new RefusedException(
          Code.NO_PASSWORDS, "people of this house sign in with its identity provider");
    }
  }

  /** How often people have tried to come in. */
  Attempts attempts() {
    return attempts;
  }

  /** The session of a token. */
  Optional<Session> session(String token) {
    Optional<Session> session = sessions.inMemory(token);
    if (session.isPresent()) {
      return session;
    }
    synchronized (this) {
      return sessions.find(
          token, id -> directory.account(id).filter(account -> !account.disabled()));
    }
  }

  void signOut(String token) {
    sessions.end(token);
  }

  /** Adds an account. */
  Account add(AccountForm form, Optional<String> password) throws RefusedException {
    Account account =
        with(
            new Account(
                newAccountId(),
                "",
                "",
                Optional.empty(),
                Set.of(),
                Set.of(),
                false,
                Optional.empty()),
            form);
    if (account.login().isEmpty()) {
      throw RefusedException.field(Code.INVALID_FIELD, "login", "login is missing");
    }
    Account named =
        account.name().isEmpty()
            ? with(
                account,
                new AccountForm(
                    Optional.empty(),
                    Optional.of(account.login()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            : account;
    Optional<String> hash = Optional.empty();
    if (password.isPresent()) {
      AccountForm.password("password", password.get(), named.login());
      hash = Optional.of(passwords.hash(password.get()));
    }
    return add(named, hash);
  }

  synchronized Account add(Account account, Optional<String> hash) throws RefusedException {
    if (directory.accounts().size() >= MOST_ACCOUNTS) {
      throw new RefusedException(Code.TAKEN, "the house has as many accounts as it can have");
    }
    checkFree(account);
    accounts.add(account, hash);
    code = null;
    refresh();
    return account;
  }

  /** Changes an account; its sessions end when that changes what its person may do. */
  synchronized Account change(AccountId id, AccountForm form) throws RefusedException {
    Account before = known(id);
    Account after = with(before, form);
    if (!directory.administeredWith(id, account -> Optional.of(after))) {
      throw new RefusedException(
          Code.LAST_ADMIN, "this is the last admin; make somebody else one first");
    }
    return put(before, after);
  }

  /** The same, by the word of who may leave the house without an admin. */
  synchronized Account put(Account before, Account after) throws RefusedException {
    checkFree(after);
    accounts.change(after);
    refresh();
    if (!after.caller().equals(before.caller())
        || after.disabled() != before.disabled()
        || !after.login().equals(before.login())) {
      sessions.endOf(before.id());
    }
    return after;
  }

  synchronized void remove(AccountId id) throws RefusedException {
    known(id);
    if (!directory.administeredWith(id, account -> Optional.empty())) {
      throw new RefusedException(
          Code.LAST_ADMIN, "this is the last admin; make somebody else one first");
    }
    accounts.remove(id);
    refresh();
    sessions.endOf(id);
  }

  /** Checks the password of somebody who is signed in and wants to change it. */
  void checkPassword(AccountId id, String password) throws RefusedException {
    Account account = known(id);
    attempts.as(account.login());
    if (!passwords.match(password, accounts.password(id))) {
      throw RefusedException.field(Code.WRONG_PASSWORD, "current", "this is not your password");
    }
    attempts.forget(account.login());
  }

  /** Gives somebody another password; all their sessions end. */
  void setPassword(AccountId id, String password) throws RefusedException {
    checkPasswords();
    Account account = known(id);
    if (account.subject().isPresent()) {
      throw new RefusedException(
          Code.PROVIDED, "this person signs in with the identity provider of the house");
    }
    AccountForm.password("password", password, account.login());
    String hash = passwords.hash(password);
    synchronized (this) {
      known(id);
      accounts.setPassword(id, hash);
      sessions.endOf(id);
    }
  }

  synchronized Team addTeam(String name) throws RefusedException {
    return putTeam(new Team(new TeamId(newId("t")), AccountForm.label("name", name)));
  }

  synchronized Team renameTeam(TeamId id, String name) throws RefusedException {
    known(id);
    return putTeam(new Team(id, AccountForm.label("name", name)));
  }

  /** The team of this name, made if there is none. */
  synchronized Team teamNamed(String name) throws RefusedException {
    Optional<Team> team =
        directory.teams().stream().filter(one -> one.name().equals(name.strip())).findFirst();
    return team.isPresent() ? team.get() : addTeam(name);
  }

  private Team putTeam(Team team) throws RefusedException {
    for (Team other : directory.teams()) {
      if (other.name().equalsIgnoreCase(team.name()) && !other.id().equals(team.id())) {
        throw RefusedException.field(Code.TAKEN, "name", "there is a team of this name already");
      }
    }
    accounts.put(team);
    refresh();
    return team;
  }

  /** Removes a team; those who were in it are signed out. */
  synchronized void removeTeam(TeamId id) throws RefusedException {
    known(id);
    List<Account> members =
        directory.accounts().stream().filter(account -> account.teams().contains(id)).toList();
    accounts.remove(id);
    refresh();
    members.forEach(member -> sessions.endOf(member.id()));
  }

  void sweep() {
    sessions.sweep();
  }

  private Account known(AccountId id) throws RefusedException {
    return directory
        .account(id)
        .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such account"));
  }

  private void known(TeamId id) throws RefusedException {
    if (directory.team(id).isEmpty()) {
      throw new RefusedException(Code.NOT_FOUND, "there is no such team");
    }
  }

  private Account with(Account account, AccountForm form) throws RefusedException {
    for (TeamId team : form.teams().orElseGet(Set::of)) {
      if (directory.team(team).isEmpty()) {
        throw RefusedException.field(Code.INVALID_FIELD, "teams", "there is no team " + team);
      }
    }
    Optional<String> agent = form.agent().orElse(account.agent());
    return new Account(
        account.id(),
        form.login().isPresent() ? AccountForm.login(form.login().get()) : account.login(),
        form.name().isPresent() ? AccountForm.label("name", form.name().get()) : account.name(),
        agent.isPresent() ? Optional.of(AccountForm.label("agent", agent.get())) : agent,
        form.roles().orElse(account.roles()),
        form.teams().orElse(account.teams()),
        form.disabled().orElse(account.disabled()),
        account.subject());
  }

  private void checkFree(Account account) throws RefusedException {
    Directory now = directory;
    if (isOther(now.ofLogin(account.login()), account)) {
      throw RefusedException.field(Code.TAKEN, "login", "somebody has this login already");
    }
    if (account.agent().isPresent() && isOther(now.ofAgent(account.agent().get()), account)) {
      throw RefusedException.field(Code.TAKEN, "agent", "somebody has this agent key already");
    }
  }

  private static boolean isOther(Optional<Account> found, Account account) {
    return found.isPresent() && !found.get().id().equals(account.id());
  }

  /** Only by who holds the lock. */
  private void refresh() {
    directory = new Directory(accounts.all(), accounts.teams());
    edition.incrementAndGet();
  }

  AccountId newAccountId() {
    return new AccountId(newId("a"));
  }

  private String newId(String letter) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return letter + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
