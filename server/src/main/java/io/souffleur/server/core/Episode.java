package io.souffleur.server.core;

import java.time.Instant;

/**
 * What a hint is about: a rule that was opened, a clock that was started, words that were said. A
 * rule may speak again about a new one.
 *
 * @param since when it began
 * @param message the message that began it; empty when none did
 */
record Episode(Instant since, String message) {

  /** None at all: whatever comes next is new. */
  static final Episode NONE = new Episode(Instant.MIN, "");

  static Episode of(ItemMark mark, Instant opened) {
    return new Episode(opened, mark.trigger() == null ? "" : mark.trigger().message());
  }

  static Episode of(TimerMark mark) {
    return new Episode(mark.started(), "");
  }

  static Episode of(Happening happening) {
    return new Episode(happening.at(), happening.key());
  }
}
