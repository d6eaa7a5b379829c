package io.souffleur.server.contract;

import io.souffleur.server.core.State;
import io.souffleur.server.core.conversation.Update;
import io.souffleur.server.core.rule.Checklist;
import io.souffleur.server.core.text.Language;
import java.util.Optional;

/**
 * An update with what it takes to put it into words.
 *
 * @param checklist the rules in force when it was decided
 * @param language of the conversation then
 */
public record Told(Update update, Optional<Checklist> checklist, Language language) {

  /** What {@code after}, the state that an update led to, says about it. */
  public static Told of(Update update, State after) {
    return new Told(update, after.checklist(), Telling.language(after));
  }
}
