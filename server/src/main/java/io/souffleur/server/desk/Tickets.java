package io.souffleur.server.desk;

import io.souffleur.wire.Ticket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tickets that open a desk: each for one person, for one use, for a short time. Any thread. */
public final class Tickets {
  private static final Duration VALID = Duration.ofSeconds(60);
  private static final int BYTES = 24;

  /** More than any house needs within a minute; the oldest go first. */
  private static final int MOST = 100_000;

  private record Issued(Holder holder, Instant expires) {}

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final LinkedHashMap<String, Issued> open = new LinkedHashMap<>();

  public Tickets(InstantSource clock) {
    this.clock = clock;
  }

  /** A new ticket for {@code holder}. */
  Ticket issue(Holder holder) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    Instant expires = now.plus(VALID);
    synchronized (this) {
      Map.Entry<String, Issued> oldest = open.firstEntry();
      while (oldest != null && !oldest.getValue().expires().isAfter(now)) {
        open.pollFirstEntry();
        oldest = open.firstEntry();
      }
      if (open.size() >= MOST) {
        open.pollFirstEntry();
      }
      open.put(ticket, new Issued(holder, expires));
    }
    return new Ticket(ticket, expires);
  }

  /** Whom a ticket stands for; it is used up with this. */
  synchronized Optional<Holder> redeem(String ticket) {
    return Optional.ofNullable(open.remove(ticket))
        .filter(issued -> issued.expires().isAfter(clock.instant()))
        .map(Issued::holder)
        .filter(holder -> holder.identity().standing().good());
  }
}
