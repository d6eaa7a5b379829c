package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Identity;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.Rosters;
import io.souffleur.server.config.SignIn;
import io.souffleur.server.http.Callers;
import io.souffleur.server.openid.Provider;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people come in: knows who is signed in, and has the addresses about people. */
public final class Reception implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final long SWEEP_SECONDS = 30;

  private final People people;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("sessions").unstarted(task));

  private final SignIn ways;
  private final Optional<Provider> provider;
  private final InstantSource clock;
  private final List<Guest> guests = new CopyOnWriteArrayList<>();

  private Reception(People people, SignIn ways, InstantSource clock) {
    this.people = people;
    this.ways = ways;
    this.clock = clock;
    this.provider = ways.openId().map(settings -> Provider.of(settings, clock));
  }

  /**
   * Opens the reception of a house.
   *
   * @param jdbi its tables, brought up to date
   * @param ways how its people sign in
   */
  public static Reception open(Jdbi jdbi, InstantSource clock, SignIn ways) {
    Sessions sessions = new Sessions(new JdbiSessions(jdbi), clock, ways.idle(), ways.whole());
    People people = new People(new JdbiAccounts(jdbi), sessions, clock, ways.passwords());
    Reception reception = new Reception(people, ways, clock);
    var unused =
        reception.sweeper.scheduleWithFixedDelay(
            reception::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    return reception;
  }

  private void sweep() {
    try {
      people.sweep();
    } catch (RuntimeException e) {
      LOG.warn("sessions could not be swept", e);
    }
  }

  /** The code that makes the first admin; empty once there is an account. */
  public Optional<String> setUpCode() {
    return people.setUpCode();
  }

  /** Knows people by the cookie of their session. */
  public Callers callers() {
    return request -> {
      Optional<Session> session = BrowserCookie.SESSION.value(request).flatMap(people::session);
      session.ifPresent(Session::used);
      return session.map(Session::identity).orElseGet(Identity::nobody);
    };
  }

  /** Which agents are in which teams. */
  public Rosters rosters() {
    return people;
  }

  /** What a person is called. */
  public Optional<String> nameOf(AccountId account) {
    return people.directory().account(account).map(Account::name);
  }

  /** What answers at the addresses about people. */
  public Map<String, HttpServlet> servlets() {
    HttpServlet openId = openId();
    return Map.of(
        "/v1/set-up",
        new SetUpServlet(people, ways, () -> guests),
        "/v1/open-id",
        openId,
        "/v1/open-id/*",
        openId,
        "/v1/session",
        new SessionServlet(people),
        "/v1/accounts",
        new AccountsServlet(people),
        "/v1/accounts/*",
        new AccountsServlet(people),
        "/v1/teams",
        new TeamsServlet(people),
        "/v1/teams/*",
        new TeamsServlet(people));
  }

  private HttpServlet openId() {
    return ways.openId().isPresent() && provider.isPresent()
        ? new OpenIdServlet(people, ways.openId().get(), provider.get(), clock)
        : OpenIdServlet.none();
  }

  /**
   * Makes an account that is there from the start, unless somebody has its login.
   *
   * @throws IllegalArgumentException when it can't be used
   */
  public void seed(
      String login,
      String name,
      Optional<String> agent,
      Set<Role> roles,
      String team,
      String password) {
    if (people.directory().ofLogin(login).isPresent()) {
      return;
    }
    try {
      people.add(
          new AccountForm(
              Optional.of(login),
              Optional.of(name),
              Optional.of(agent),
              Optional.of(roles),
              Optional.of(Set.of(people.teamNamed(team).id())),
              Optional.empty()),
          Optional.of(password));
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  /** Makes accounts for trying, and tells everybody their passwords; a real house never does. */
  public void welcome(List<Guest> people) {
    for (Guest guest : people) {
      Optional<Account> before = this.people.directory().ofLogin(guest.login());
      if (before.isEmpty()) {
        seed(
            guest.login(),
            guest.name(),
            guest.agent(),
            Set.of(guest.role()),
            guest.team(),
            guest.password());
      } else {
        renew(before.get(), guest.password());
      }
      guests.add(guest);
    }
  }

  private void renew(Account account, String password) {
    try {
      people.setPassword(account.id(), password);
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    provider.ifPresent(Provider::close);
    people.sweep();
  }
}
