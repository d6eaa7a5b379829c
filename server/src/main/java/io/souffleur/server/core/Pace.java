package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited for answers (norms D18 to D21).
 *
 * @param firstReply when the agent first wrote; null before
 * @param waitingSince when the customer wrote what is not answered yet; null when nothing is
 * @param answers how many of the customer's turns were answered
 * @param waited over all answers
 * @param longest of one answer
 */
record Pace(
    @Nullable Instant firstReply,
    @Nullable Instant waitingSince,
    int answers,
    Duration waited,
    Duration longest) {

  private static final Pace NONE = new Pace(null, null, 0, Duration.ZERO, Duration.ZERO);

  static Pace none() {
    return NONE;
  }

  /** The pace after a new message of {@code author}. */
  Pace after(Author author, Instant at) {
    return switch (author) {
      case CUSTOMER ->
          waitingSince != null ? this : new Pace(firstReply, at, answers, waited, longest);
      case AGENT -> afterAgent(at);
      case BOT, SYSTEM -> this;
    };
  }

  private Pace afterAgent(Instant at) {
    Instant first = firstReply == null ? at : firstReply;
    if (waitingSince == null) {
      return firstReply != null ? this : new Pace(first, null, answers, waited, longest);
    }
    Duration wait = Duration.between(waitingSince, at);
    return new Pace(
        first, null, answers + 1, waited.plus(wait), wait.compareTo(longest) > 0 ? wait : longest);
  }

  /** The named durations of a summary, in a fixed order. */
  Map<String, Duration> durations(Instant started, Instant ended) {
    Map<String, Duration> durations = new LinkedHashMap<>();
    durations.put("total", Duration.between(started, ended));
    if (firstReply != null) {
      durations.put("first-response", Duration.between(started, firstReply));
    }
    if (answers > 0) {
      durations.put("mean-response", waited.dividedBy(answers));
      durations.put("longest-response", longest);
    }
    return durations;
  }
}
