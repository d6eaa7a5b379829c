package io.souffleur.server.privacy;

import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases ended conversations, and lets go of the audit, when their time is over: once an hour, a
 * batch at a time, and never while there is much else to do. On a thread of its own.
 */
public final class Retention implements AutoCloseable {

  static final int BATCH = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int MOST_BATCHES = 50;

  private final Journal journal;
  private final Erasures erasures;
  private final AuditFile audit;
  private final InstantSource clock;
  private final Optional<Period> events;
  private final Optional<Period> account;
  private final BooleanSupplier busy;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("retention").daemon().factory());

  private @Nullable Future<?> rounds;

  /**
   * Nothing is done before {@link #start}.
   *
   * @param events how long after its end a conversation is kept; empty: for ever
   * @param account how long the audit is kept; empty: for ever
   * @param busy whether it must wait: asked before every batch
   */
  public Retention(
      Journal journal,
      Erasures erasures,
      AuditFile audit,
      InstantSource clock,
      Optional<Period> events,
      Optional<Period> account,
      BooleanSupplier busy) {
    this.journal = journal;
    this.erasures = erasures;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
    this.account = account;
    this.busy = busy;
  }

  /** Looks around from now on. */
  public void start() {
    if (events.isPresent() || account.isPresent()) {
      rounds = thread.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
    }
  }

  private void look() {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.error("what is too old could not be erased", e);
    }
  }

  /** Erases what is too old now; how many conversations. */
  int run() {
    int erased = 0;
    if (events.isPresent()) {
      Instant before = ago(events.get());
      for (int batch = 0; batch < MOST_BATCHES && !busy.getAsBoolean(); batch++) {
        Set<ConversationId> held = erasures.holds().held();
        List<ConversationId> old =
            journal.endedBefore(before, BATCH + held.size()).stream()
                .filter(conversation -> !held.contains(conversation))
                .limit(BATCH)
                .toList();
        if (old.isEmpty()) {
          break;
        }
        erasures.expire(old);
        erased += old.size();
      }
      if (erased > 0) {
        erasures.scrub();
      }
    }
    account.map(this::ago).ifPresent(audit::forget);
    return erased;
  }

  private Instant ago(Period time) {
    return clock.instant().atOffset(ZoneOffset.UTC).minus(time).toInstant();
  }

  @Override
  public void close() {
    if (rounds != null) {
      rounds.cancel(false);
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("what is too old is still being erased");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
