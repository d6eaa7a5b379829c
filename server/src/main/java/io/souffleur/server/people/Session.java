package io.souffleur.server.people;

import io.souffleur.server.access.Identity;
import io.souffleur.server.access.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A person who signed in, until they sign out, are sent away, or let it expire. For any thread. */
final class Session implements Standing {
  private final SessionRow row;
  private final Account account;
  private final InstantSource clock;
  private final Duration idle;
  private final Duration longest;
  private volatile Instant seen;
  private volatile Instant noted;
  private volatile boolean ended;

  Session(SessionRow row, Account account, InstantSource clock, Duration idle, Duration longest) {
    this.row = row;
    this.account = account;
    this.clock = clock;
    this.idle = idle;
    this.longest = longest;
    this.seen = row.seen();
    this.noted = row.seen();
  }

  SessionRow row() {
    return row;
  }

  /** As it was when they signed in: whatever changes ends their sessions. */
  Account account() {
    return account;
  }

  Identity identity() {
    return new Identity(account.caller(), this);
  }

  @Override
  public boolean good() {
    Instant now = clock.instant();
    return !ended && now.isBefore(row.started().plus(longest)) && now.isBefore(seen.plus(idle));
  }

  @Override
  public void used() {
    if (good()) {
      seen = clock.instant();
    }
  }

  void end() {
    ended = true;
  }

  Instant seen() {
    return seen;
  }

  /** Whether it was used since this was asked last. */
  boolean usedSince() {
    Instant now = seen;
    boolean changed = !now.equals(noted);
    noted = now;
    return changed;
  }
}
