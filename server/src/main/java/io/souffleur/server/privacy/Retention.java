package io.souffleur.server.privacy;

import io.souffleur.server.audit.AuditFile;
import io.souffleur.server.config.Privacy;
import io.souffleur.server.core.conversation.ConversationId;
import io.souffleur.server.journal.Entry;
import io.souffleur.server.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases ended conversations, or their words alone, and lets go of the audit, when their time is
 * over: once an hour, a batch at a time, and never while there is much else to do. On a thread of
 * its own.
 */
public final class Retention implements AutoCloseable {

  static final int BATCH = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int MOST_BATCHES = 50;

  /** Conversations written anew at once: their entries are as many as one group of new ones. */
  static final int SMALL_BATCH = 20;

  private static final int MOST_SMALL_BATCHES = 500;

  private final Journal journal;
  private final Erasures erasures;
  private final AuditFile audit;
  private final InstantSource clock;
  private final Privacy.Retention times;
  private final UnaryOperator<List<Entry>> wordless;
  private final BooleanSupplier busy;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("retention").daemon().factory());

  /** Those of an older backup, whose keys were destroyed since. */
  private final Set<ConversationId> unreadable = new HashSet<>();

  private @Nullable Future<?> rounds;

  /**
   * Nothing is done before {@link #start}.
   *
   * @param times how long after its end what of a conversation is kept
   * @param wordless the entries of a conversation without what anybody wrote or said
   * @param busy whether it must wait: asked before every batch
   */
  public Retention(
      Journal journal,
      Erasures erasures,
      AuditFile audit,
      InstantSource clock,
      Privacy.Retention times,
      UnaryOperator<List<Entry>> wordless,
      BooleanSupplier busy) {
    this.journal = journal;
    this.erasures = erasures;
    this.audit = audit;
    this.clock = clock;
    this.times = times;
    this.wordless = wordless;
    this.busy = busy;
  }

  /** Looks around from now on. */
  public void start() {
    if (!times.equals(Privacy.Retention.FOR_EVER)) {
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

  /** Erases what is too old now; of how many conversations. */
  public int run() {
    int done = times.events().map(this::erase).orElse(0) + times.text().map(this::forget).orElse(0);
    if (done > 0) {
      erasures.scrub();
    }
    times.audit().map(this::ago).ifPresent(audit::forget);
    return done;
  }

  private int erase(Period time) {
    Instant before = ago(time);
    int erased = 0;
    for (int batch = 0; batch < MOST_BATCHES && !busy.getAsBoolean(); batch++) {
      List<ConversationId> old =
          some(most -> journal.endedBefore(before, most), erasures.holds().held(), BATCH);
      if (old.isEmpty()) {
        break;
      }
      erasures.expire(old);
      erased += old.size();
    }
    return erased;
  }

  private int forget(Period time) {
    Instant before = ago(time);
    int forgotten = 0;
    for (int batch = 0; batch < MOST_SMALL_BATCHES && !busy.getAsBoolean(); batch++) {
      Set<ConversationId> left = new HashSet<>(erasures.holds().held());
      left.addAll(unreadable);
      List<ConversationId> old =
          some(most -> journal.wordedBefore(before, most), left, SMALL_BATCH);
      if (old.isEmpty()) {
        break;
      }
      List<ConversationId> not = erasures.rewrite(old, wordless);
      if (!not.isEmpty() && unreadable.addAll(not)) {
        LOG.warn("{} conversations can't be read, so no text is taken out of them", not.size());
      }
      forgotten += old.size() - not.size();
    }
    return forgotten;
  }

  /** At most {@code most} of those that are asked for, and none of {@code left}. */
  private static List<ConversationId> some(
      IntFunction<List<ConversationId>> asked, Set<ConversationId> left, int most) {
    return asked.apply(most + left.size()).stream()
        .filter(conversation -> !left.contains(conversation))
        .limit(most)
        .toList();
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
