package io.souffleur.server.core;

import io.souffleur.server.core.cue.Cue;
import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.core.rule.Occurrence;
import io.souffleur.server.core.rule.Pause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why clocks may stand still at the moment.
 *
 * @param held whether the customer is on hold
 * @param owing whether the agent has asked something that the customer has not answered
 * @param waitUntil to when the agent has asked to wait; null when not, or when the agent has spoken
 *     since
 */
record Standstill(boolean held, boolean owing, @Nullable Instant waitUntil) {

  private static final Standstill NONE = new Standstill(false, false, null);

  static Standstill none() {
    return NONE;
  }

  /** After {@code happening}; edits change nothing. */
  Standstill after(Happening happening) {
    Standstill after =
        switch (happening) {
          case Message message -> message.edited() ? this : after(message);
          case Occurred occurred ->
              new Standstill(
                  occurred.what().contains(Occurrence.HELD)
                      || (held && !occurred.what().contains(Occurrence.RESUMED)),
                  owing,
                  waitUntil);
        };
    return after.equals(NONE) ? NONE : after;
  }

  private Standstill after(Message message) {
    return switch (message.author()) {
      case CUSTOMER -> new Standstill(held, false, waitUntil);
      case AGENT -> new Standstill(held, owing || asks(message), announced(message));
      case BOT, SYSTEM -> this;
    };
  }

  private static boolean asks(Message message) {
    return message.cues().stream().anyMatch(cue -> cue.name() == CueName.QUESTION);
  }

  private static @Nullable Instant announced(Message message) {
    for (Cue cue : message.cues()) {
      Duration length = cue.name() == CueName.WAIT_NOTICE ? TimerJudge.length(cue) : null;
      if (length != null) {
        return message.at().plus(length);
      }
    }
    return null;
  }

  boolean holds(Pause pause, Instant now) {
    return switch (pause) {
      case HELD -> held;
      case CUSTOMER_OWES -> owing;
      case WAIT_ANNOUNCED -> waitUntil != null && waitUntil.isAfter(now);
    };
  }
}
