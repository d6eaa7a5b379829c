package io.souffleur.server.people;

import io.souffleur.server.access.AccountId;
import java.time.Instant;

/**
 * A session, as it is kept.
 *
 * @param hash of its token, which only the browser has
 * @param seen when it was used last, to the minute
 */
record SessionRow(String hash, AccountId account, Instant started, Instant seen) {}
