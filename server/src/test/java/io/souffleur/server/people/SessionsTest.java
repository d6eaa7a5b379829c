package io.souffleur.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.souffleur.server.access.AccountId;
import io.souffleur.server.access.Role;
import io.souffleur.server.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration WHOLE = Duration.ofHours(8);

  private final TestClock clock = new TestClock(NOW);
  private final MemoryRows rows = new MemoryRows();
  private final Sessions sessions = open();
  private final Account ines = account("ines");
  private final Account tom = account("tom");

  /** The table, as a map. */
  private static final class MemoryRows implements SessionRows {
    final Map<String, SessionRow> all = new LinkedHashMap<>();

    @Override
    public Optional<SessionRow> find(String hash) {
      return Optional.ofNullable(all.get(hash));
    }

    @Override
    public void add(SessionRow row) {
      all.put(row.hash(), row);
    }

    @Override
    public void seen(String hash, Instant at) {
      all.computeIfPresent(
          hash, (key, row) -> new SessionRow(hash, row.account(), row.started(), at));
    }

    @Override
    public void remove(String hash) {
      all.remove(hash);
    }

    @Override
    public void removeOf(AccountId account) {
      all.values().removeIf(row -> row.account().equals(account));
    }

    @Override
    public void removeOlder(Instant started, Instant seen) {
      all.values().removeIf(row -> row.started().isBefore(started) || row.seen().isBefore(seen));
    }
  }

  private static Account account(String login) {
    return new Account(
        new AccountId(login),
        login,
        login,
        Optional.empty(),
        Set.of(Role.AGENT),
        Set.of(),
        false,
        Optional.empty());
  }

  private Sessions open() {
    return new Sessions(rows, clock, IDLE, WHOLE);
  }

  private Optional<Account> known(AccountId id) {
    return id.equals(ines.id()) ? Optional.of(ines) : Optional.empty();
  }

  private boolean good(String token) {
    return sessions.find(token, this::known).isPresent();
  }

  private void at(Duration since) {
    clock.set(NOW.plus(since));
  }

  @Test
  void a_token_is_long_of_chance_and_kept_only_as_its_hash() {
    String token = sessions.begin(ines);
    assertThat(token).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(sessions.begin(ines));
    assertThat(rows.all.keySet()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(rows.all.toString()).doesNotContain(token);
    assertThat(sessions.find(token + "x", this::known)).isEmpty();
  }

  @Test
  void it_ends_when_it_has_not_been_used_for_the_idle_time() {
    String token = sessions.begin(ines);
    at(IDLE.minusMillis(1));
    assertThat(good(token)).isTrue();
    at(IDLE);
    assertThat(good(token)).isFalse();
  }

  @Test
  void use_puts_its_end_off_but_not_beyond_the_whole_time() {
    String token = sessions.begin(ines);
    Duration time = Duration.ZERO;
    while (time.compareTo(WHOLE) < 0) {
      at(time);
      sessions.find(token, this::known).orElseThrow().used();
      time = time.plusMinutes(20);
    }
    at(WHOLE.minusMillis(1));
    assertThat(good(token)).isTrue();
    at(WHOLE);
    assertThat(good(token)).isFalse();
  }

  @Test
  void use_after_its_end_does_not_bring_it_back() {
    Session session = sessions.find(sessions.begin(ines), this::known).orElseThrow();
    at(IDLE);
    session.used();
    assertThat(session.good()).isFalse();
  }

  @Test
  void who_is_sent_away_is_away_everywhere_at_once_and_nobody_else() {
    String here = sessions.begin(ines);
    String there = sessions.begin(ines);
    String toms = sessions.begin(tom);
    Session open = sessions.find(here, this::known).orElseThrow();
    sessions.endOf(ines.id());
    assertThat(open.good()).isFalse();
    assertThat(good(here)).isFalse();
    assertThat(good(there)).isFalse();
    assertThat(sessions.inMemory(toms)).isPresent();
    assertThat(rows.all).hasSize(1);
  }

  @Test
  void signing_out_ends_one() {
    String here = sessions.begin(ines);
    String there = sessions.begin(ines);
    sessions.end(here);
    assertThat(good(here)).isFalse();
    assertThat(good(there)).isTrue();
  }

  @Test
  void after_a_restart_it_goes_on_from_when_it_was_last_noted() {
    String token = sessions.begin(ines);
    at(Duration.ofMinutes(20));
    sessions.find(token, this::known).orElseThrow().used();
    sessions.sweep();
    at(Duration.ofMinutes(49));
    Sessions restarted = open();
    assertThat(restarted.inMemory(token)).isEmpty();
    assertThat(restarted.find(token, this::known)).isPresent();
    at(Duration.ofMinutes(50));
    assertThat(open().find(token, this::known)).isEmpty();
  }

  @Test
  void after_a_restart_who_has_no_account_any_more_has_no_session() {
    String token = sessions.begin(tom);
    assertThat(open().find(token, this::known)).isEmpty();
  }

  @Test
  void what_has_ended_is_swept_away() {
    sessions.begin(ines);
    at(IDLE.minusSeconds(1));
    sessions.sweep();
    assertThat(rows.all).hasSize(1);
    at(IDLE.plusSeconds(1));
    sessions.sweep();
    assertThat(rows.all).isEmpty();
  }
}
