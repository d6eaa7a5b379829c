package io.souffleur.server.access;

/** Whether somebody may do something. */
public sealed interface Decision {

  /** They may. */
  record Allowed() implements Decision {}

  /**
   * They may not.
   *
   * @param unknown whether it would help to say who they are
   * @param reason a sentence for a person: what is wrong and what to do
   */
  record Refused(boolean unknown, String reason) implements Decision {}

  /** Whether they may. */
  default boolean allowed() {
    return this instanceof Allowed;
  }
}
