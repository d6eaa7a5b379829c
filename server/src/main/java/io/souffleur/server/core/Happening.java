package io.souffleur.server.core;

import io.souffleur.server.core.rule.Sought;
import io.souffleur.server.core.text.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has just happened in a conversation, as rules see it. */
sealed interface Happening permits Message, Occurred {

  Instant at();

  /** The key of the message; empty for what happens without words. */
  String key();

  /** Whether it takes the place of an earlier version of the same message. */
  boolean edited();

  /** Whether it is one more message of the agent's. */
  boolean isOneMoreOfAgent();

  /** The first place that shows {@code what}; null when none does. */
  @Nullable Span shows(Sought what);

  /** As {@link #shows}, only behind {@code place}, a code unit of the same text. */
  @Nullable Span showsBehind(int place, Sought what);
}
