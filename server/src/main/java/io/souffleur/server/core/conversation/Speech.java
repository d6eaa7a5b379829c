package io.souffleur.server.core.conversation;

import java.time.Duration;

/**
 * When something was said, and how much.
 *
 * @param start since the call began
 * @param end since the call began, at least {@code start}
 * @param words fillers such as "um" not counted
 */
public record Speech(Duration start, Duration end, int words) {

  public Speech {
    if (start.isNegative() || end.compareTo(start) < 0 || words < 0) {
      throw new IllegalArgumentException(
          "no speech: " + words + " words from " + start + " to " + end);
    }
  }
}
