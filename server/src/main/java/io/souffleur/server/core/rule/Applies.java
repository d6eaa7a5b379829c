package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Stage;

/** From when on a rule applies. */
public sealed interface Applies {

  /** From the start of the conversation. */
  record Always() implements Applies {}

  /**
   * Once {@code trigger} was said. The message that triggers may itself satisfy the rule.
   *
   * @param everyTime whether each later trigger opens the rule again
   */
  record Once(CueTest trigger, boolean everyTime) implements Applies {}

  /**
   * From a stage on: what was said before it does not count ("thanked at the end"). The message
   * that opens the stage counts. Until then the item is pending, not out of place.
   */
  record FromStage(Stage stage) implements Applies {}
}
