package io.souffleur.wire;

import java.time.Instant;

/** Why a hint is shown now. */
public sealed interface Because {

  /** Something was said, or is missing since. */
  record Said(Span span) implements Because {}

  /** Time ran out, or is about to. */
  record Deadline(String timer, Instant deadline) implements Because {}
}
