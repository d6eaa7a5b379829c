package io.souffleur.server.lane;

import io.souffleur.wire.ConversationKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live conversations that a start found and has not brought back into memory yet: one comes back
 * when somebody asks for it, and all of them a few at a time, so that nobody waits for the rest.
 * For the lane's thread.
 */
final class Sleepers {

  private static final Logger LOG = LoggerFactory.getLogger(Sleepers.class);

  private final Recall recall;
  private final Consumer<Resident> settleIn;
  private final Map<ConversationKey, Past.Live> asleep = new LinkedHashMap<>();
  private final List<Runnable> waiting = new ArrayList<>();

  /**
   * @param settleIn hears of each that comes back without being asked for
   */
  Sleepers(Recall recall, Consumer<Resident> settleIn) {
    this.recall = recall;
    this.settleIn = settleIn;
  }

  void add(Collection<Past.Live> live) {
    live.forEach(one -> asleep.put(new ConversationKey(one.conversation().key()), one));
  }

  boolean isEmpty() {
    return asleep.isEmpty();
  }

  /** One that is asked for, from its journal when it does not sleep; null: never started. */
  @Nullable Resident wake(ConversationKey key) {
    Past.Live one = asleep.remove(key);
    return one == null ? recall.whole(key) : recall.of(one);
  }

  /**
   * Wakes some that nobody has asked for; one that can't be brought back is told in the log.
   *
   * @param most how many, of which each takes some tenths of a millisecond, or several where its
   *     journal must be read
   */
  void wake(int most) {
    if (asleep.isEmpty() && waiting.isEmpty()) {
      return;
    }
    for (ConversationKey key : asleep.keySet().stream().limit(most).toList()) {
      try {
        Resident resident = wake(key);
        if (resident != null) {
          settleIn.accept(resident);
        }
      } catch (RuntimeException e) {
        LOG.error("conversation {} could not be brought back", key, e);
      }
    }
    if (asleep.isEmpty() && !waiting.isEmpty()) {
      List<Runnable> all = List.copyOf(waiting);
      waiting.clear();
      all.forEach(Runnable::run);
    }
  }

  void forget(ConversationKey key) {
    asleep.remove(key);
  }

  /** Runs {@code todo} when all are awake: at once, or after the last one was brought back. */
  void afterwards(Runnable todo) {
    if (asleep.isEmpty()) {
      todo.run();
    } else {
      waiting.add(todo);
    }
  }
}
