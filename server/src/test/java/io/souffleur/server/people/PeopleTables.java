package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Role;
import io.souffleur.server.access.TeamId;
import io.souffleur.server.config.Settings;
import io.souffleur.server.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of people: the same in every store. */
abstract class PeopleTables {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00.123Z");
  private static final Team NORTH = new Team(new TeamId("t1"), "North");
  private static final Team SOUTH = new Team(new TeamId("t2"), "South");

  @TempDir private Path folder;
  private Database database;
  private Accounts accounts;
  private SessionRows sessions;

  abstract Settings.Storage storage();

  @BeforeEach
  void open() throws IOException {
    database = Database.open(storage(), folder);
    database.migrate("people");
    accounts = new JdbiAccounts(database.jdbi());
    sessions = new JdbiSessions(database.jdbi());
    accounts.put(NORTH);
    accounts.put(SOUTH);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Account account(String login, Optional<String> agent, Optional<String> subject) {
    return new Account(
        new AccountId("a-" + login),
        login,
        login + " ünïcode 🔑",
        agent,
        Set.of(Role.AGENT, Role.ADMIN),
        Set.of(NORTH.id()),
        false,
        subject);
  }

  private static final Account INES = account("ines", Optional.of("ines"), Optional.empty());

  @Test
  void an_account_is_read_as_it_was_written() {
    Account tom = account("tom", Optional.empty(), Optional.of("https://id.example.org 4711"));
    accounts.add(tom, Optional.empty());
    accounts.add(INES, Optional.of("hash"));
    assertThat(accounts.all()).containsExactly(INES, tom);
    assertThat(accounts.password(INES.id())).hasValue("hash");
    assertThat(accounts.password(tom.id())).isEmpty();
    assertThat(accounts.password(new AccountId("nobody"))).isEmpty();
  }

  @Test
  void a_change_leaves_the_password() {
    accounts.add(INES, Optional.of("hash"));
    Account changed =
        new Account(
            INES.id(),
            "in\u00e8s",
            "In\u00e8s",
            Optional.empty(),
            Set.of(),
            Set.of(SOUTH.id()),
            true,
            Optional.of("s"));
    accounts.change(changed);
    assertThat(accounts.all()).containsExactly(changed);
    assertThat(accounts.password(INES.id())).hasValue("hash");
    accounts.setPassword(INES.id(), "other");
    assertThat(accounts.password(INES.id())).hasValue("other");
  }

  @Test
  void logins_agent_keys_subjects_and_names_of_teams_are_somebodys_alone() {
    accounts.add(account("a", Optional.of("x"), Optional.of("s")), Optional.empty());
    Account sameAgent = account("b", Optional.of("x"), Optional.empty());
    Account sameSubject = account("c", Optional.empty(), Optional.of("s"));
    Account noTeam =
        new Account(
            new AccountId("d"),
            "d",
            "d",
            Optional.empty(),
            Set.of(),
            Set.of(new TeamId("none")),
            false,
            Optional.empty());
    assertThatThrownBy(() -> accounts.add(sameAgent, Optional.empty()))
        .isInstanceOf(JdbiException.class);
    assertThatThrownBy(() -> accounts.add(sameSubject, Optional.empty()))
        .isInstanceOf(JdbiException.class);
    assertThatThrownBy(() -> accounts.add(noTeam, Optional.empty()))
        .isInstanceOf(JdbiException.class);
    assertThatThrownBy(() -> accounts.put(new Team(new TeamId("t3"), "North")))
        .isInstanceOf(JdbiException.class);
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void a_team_is_renamed_and_leaves_its_people_when_it_goes() {
    accounts.add(INES, Optional.empty());
    accounts.put(new Team(NORTH.id(), "Far north"));
    assertThat(accounts.teams()).containsExactly(new Team(NORTH.id(), "Far north"), SOUTH);
    accounts.remove(NORTH.id());
    assertThat(accounts.teams()).containsExactly(SOUTH);
    assertThat(accounts.all().getFirst().teams()).isEmpty();
  }

  @Test
  void sessions_are_found_by_their_hash_to_the_millisecond() {
    accounts.add(INES, Optional.empty());
    SessionRow row = new SessionRow("h1", INES.id(), NOW, NOW);
    sessions.add(row);
    assertThat(sessions.find("h1")).hasValue(row);
    assertThat(sessions.find("h2")).isEmpty();
    sessions.seen("h1", NOW.plusMillis(7));
    assertThat(sessions.find("h1"))
        .hasValue(new SessionRow("h1", INES.id(), NOW, NOW.plusMillis(7)));
    sessions.remove("h1");
    assertThat(sessions.find("h1")).isEmpty();
  }

  @Test
  void sessions_go_with_their_account_and_when_they_are_old() {
    Account tom = account("tom", Optional.empty(), Optional.empty());
    accounts.add(INES, Optional.empty());
    accounts.add(tom, Optional.empty());
    sessions.add(new SessionRow("h1", INES.id(), NOW, NOW));
    sessions.add(new SessionRow("h2", tom.id(), NOW, NOW));
    sessions.add(new SessionRow("h3", tom.id(), NOW.minusSeconds(10), NOW));
    sessions.add(new SessionRow("h4", tom.id(), NOW, NOW.minusSeconds(10)));
    sessions.removeOlder(NOW.minusSeconds(9), NOW.minusSeconds(20));
    assertThat(sessions.find("h3")).isEmpty();
    sessions.removeOlder(NOW.minusSeconds(20), NOW.minusSeconds(9));
    assertThat(sessions.find("h4")).isEmpty();
    accounts.remove(INES.id());
    assertThat(sessions.find("h1")).isEmpty();
    sessions.removeOf(tom.id());
    assertThat(sessions.find("h2")).isEmpty();
  }
}
