package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Where sessions are kept. What returns is durable. For any thread; may block. */
interface SessionRows {

  Optional<SessionRow> find(String hash);

  void add(SessionRow row);

  void seen(String hash, Instant at);

  void remove(String hash);

  /** Removes all sessions of an account. */
  void removeOf(AccountId account);

  /** Removes sessions that began, or were used last, before some instant. */
  void removeOlder(Instant started, Instant seen);
}
