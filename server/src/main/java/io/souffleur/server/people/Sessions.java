package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who is signed in. A session is a random token of 256 bits that only the browser has; its hash is
 * kept, so that people stay signed in over a restart. For any thread; {@link #sweep} writes down
 * when sessions were used.
 */
final class Sessions {
  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SessionRows rows;
  private final InstantSource clock;
  private final Duration idle;
  private final Duration longest;
  private final Map<String, Session> known = new ConcurrentHashMap<>();

  /**
   * Sessions of a house.
   *
   * @param idle after how long without use one ends
   * @param longest after how long one ends in any case
   */
  Sessions(SessionRows rows, InstantSource clock, Duration idle, Duration longest) {
    this.rows = rows;
    this.clock = clock;
    this.idle = idle;
    this.longest = longest;
  }

  /** Begins a session; its token. */
  String begin(Account account) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    SessionRow row = new SessionRow(hash(token), account.id(), now, now);
    rows.add(row);
    known.put(row.hash(), new Session(row, account, clock, idle, longest));
    return token;
  }

  /** The session of a token that is in memory; empty when it is not, or not good any more. */
  Optional<Session> inMemory(String token) {
    Session session = known.get(hash(token));
    return session != null && session.good() ? Optional.of(session) : Optional.empty();
  }

  /**
   * The session of a token, from where it was kept if need be.
   *
   * @param accounts the accounts there are; of those only enabled ones
   */
  Optional<Session> find(String token, Function<AccountId, Optional<Account>> accounts) {
    String hash = hash(token);
    Session session = known.get(hash);
    if (session == null) {
      Optional<Session> kept =
          rows.find(hash)
              .flatMap(
                  row ->
                      accounts
                          .apply(row.account())
                          .map(account -> new Session(row, account, clock, idle, longest)))
              .filter(Session::good);
      kept.ifPresent(found -> known.put(hash, found));
      return kept;
    }
    return Optional.of(session).filter(Session::good);
  }

  /** Ends a session, if there is one. */
  void end(String token) {
    String hash = hash(token);
    Session session = known.remove(hash);
    if (session != null) {
      session.end();
    }
    rows.remove(hash);
  }

  /** Ends all sessions of an account. */
  void endOf(AccountId account) {
    known
        .values()
        .removeIf(
            session -> {
              boolean theirs = session.account().id().equals(account);
              if (theirs) {
                session.end();
              }
              return theirs;
            });
    rows.removeOf(account);
  }

  /** Writes down when sessions were used, and removes those that have expired. */
  void sweep() {
    known.values().removeIf(session -> !session.good());
    for (Session session : known.values()) {
      if (session.usedSince()) {
        rows.seen(session.row().hash(), session.seen());
      }
    }
    Instant now = clock.instant();
    rows.removeOlder(now.minus(longest), now.minus(idle));
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
