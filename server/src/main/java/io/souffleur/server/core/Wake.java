package io.souffleur.server.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Choosing the next instant among those that are still to come; null stands for never. */
final class Wake {

  private Wake() {}

  /** {@code instant} when it lies after {@code now}, else never. */
  static @Nullable Instant after(Instant now, Instant instant) {
    return instant.isAfter(now) ? instant : null;
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isBefore(one) ? other : one;
  }
}
