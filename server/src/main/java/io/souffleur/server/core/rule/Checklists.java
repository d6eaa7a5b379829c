package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Medium;
import io.souffleur.server.core.text.Language;
import java.util.Optional;

/** The published checklists. Deterministic; safe for use by any thread. */
public interface Checklists {

  /**
   * The checklist for a conversation; empty when the house has none for it.
   *
   * @param queue the queue the conversation came in by, where the channel tells
   */
  Optional<Checklist> choose(Language language, Medium medium, Optional<String> queue);

  /** The language to coach in while that of the conversation is not known yet. */
  Language fallback();
}
