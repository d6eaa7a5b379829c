package io.souffleur.server.core;

import io.souffleur.server.core.conversation.Facts;
import io.souffleur.server.core.rule.Checklist;
import java.time.Instant;
import java.util.Optional;

/** Everything that is known of one conversation; immutable. */
public interface State {

  /** The instant of the last event or wake-up; time never goes back before it. */
  Instant reached();

  /** When it wants to be woken next; empty when nothing is pending. */
  Optional<Instant> wakeUp();

  /** The number of the last update; 0 before the first. */
  long seq();

  /** Who, how, where. */
  Facts facts();

  /** The rules it is judged by; empty when the house has none for it. */
  Optional<Checklist> checklist();

  /** What is on show now. */
  View view();
}
