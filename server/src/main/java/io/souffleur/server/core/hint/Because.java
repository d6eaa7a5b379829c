package io.souffleur.server.core.hint;

import io.souffleur.server.core.conversation.Evidence;
import io.souffleur.server.core.rule.RuleId;
import java.time.Instant;

/** Why a hint is shown now. */
public sealed interface Because {

  /** Something was said, or is known to be missing since. */
  record Said(Evidence evidence) implements Because {}

  /** Time ran out, or is about to. */
  record Deadline(RuleId timer, Instant deadline) implements Because {}
}
