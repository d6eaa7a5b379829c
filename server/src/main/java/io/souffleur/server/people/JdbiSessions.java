package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Sessions in a table of the house. */
final class JdbiSessions implements SessionRows {
  private final Jdbi jdbi;

  JdbiSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<SessionRow> find(String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select hash, account, started, seen from session where hash = :hash")
                .bind("hash", hash)
                .map(
                    (row, context) ->
                        new SessionRow(
                            row.getString("hash"),
                            new AccountId(row.getString("account")),
                            Instant.ofEpochMilli(row.getLong("started")),
                            Instant.ofEpochMilli(row.getLong("seen"))))
                .findOne());
  }

  @Override
  public void add(SessionRow row) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into session (hash, account, started, seen) values (?, ?, ?, ?)",
                row.hash(),
                row.account().value(),
                row.started().toEpochMilli(),
                row.seen().toEpochMilli()));
  }

  @Override
  public void seen(String hash, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute("update session set seen = ? where hash = ?", at.toEpochMilli(), hash));
  }

  @Override
  public void remove(String hash) {
    jdbi.useHandle(handle -> handle.execute("delete from session where hash = ?", hash));
  }

  @Override
  public void removeOf(AccountId account) {
    jdbi.useHandle(
        handle -> handle.execute("delete from session where account = ?", account.value()));
  }

  @Override
  public void removeOlder(Instant started, Instant seen) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "delete from session where started < ? or seen < ?",
                started.toEpochMilli(),
                seen.toEpochMilli()));
  }
}
