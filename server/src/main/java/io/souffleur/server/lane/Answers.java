package io.souffleur.server.lane;

import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How lanes answer whoever waits for them. */
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /** Tells somebody; a fault of theirs is not the lane's. */
  static <T> void tell(Consumer<T> whom, T what) {
    try {
      whom.accept(what);
    } catch (RuntimeException e) {
      LOG.error("whoever waited for an answer failed", e);
    }
  }

  /** The later of two instants. */
  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
