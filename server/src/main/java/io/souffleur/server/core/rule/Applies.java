package io.souffleur.server.core.rule;

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
}
