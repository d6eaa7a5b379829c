package io.souffleur.server.core.rule;

import io.souffleur.server.core.conversation.Stage;

/** From when on a rule applies, as far as its {@link Condition} holds. */
public sealed interface Applies {

  /** From the start of the conversation. */
  record Always() implements Applies {}

  /**
   * Once {@code trigger} was said or happened. The message that triggers may itself satisfy the
   * rule. A trigger stands even if its message is edited later.
   *
   * @param everyTime whether a later trigger opens the rule again, once it was done or missed;
   *     while it is open a further trigger gives no more time. An edit opens only a rule that is
   *     not open, and nothing opens an {@code Avoid} twice.
   */
  record Once(Sought trigger, boolean everyTime) implements Applies {}

  /**
   * From a stage on: what was said before it does not count ("thanked at the end"). The message
   * that opens the stage counts. Until then the item is pending, not out of place.
   */
  record FromStage(Stage stage) implements Applies {}
}
