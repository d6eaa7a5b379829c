package io.souffleur.server.core.text;

import java.util.Optional;

/**
 * How far customer and agent have got to know each other in what was said so far.
 *
 * @param name what the customer said to be called, as typed, at most 80 characters
 * @param nameAsked whether the agent's last message asks for the customer's name
 * @param agentSpoke whether the agent has said anything yet
 */
public record Acquaintance(Optional<String> name, boolean nameAsked, boolean agentSpoke) {

  /** Names longer than this are not kept, in characters. */
  public static final int LONGEST_NAME = 80;

  private static final Acquaintance NONE = new Acquaintance(Optional.empty(), false, false);
  private static final Acquaintance BEGUN = new Acquaintance(Optional.empty(), false, true);
  private static final Acquaintance ASKED = new Acquaintance(Optional.empty(), true, true);

  public Acquaintance {
    if (name.isPresent() && name.get().length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name of " + name.get().length() + " characters");
    }
  }

  /** Nothing said yet. */
  public static Acquaintance none() {
    return NONE;
  }

  /** The same after the customer gave a name. */
  public Acquaintance named(String told) {
    return new Acquaintance(Optional.of(told), nameAsked, agentSpoke);
  }

  /** The same after a message of the agent. Without a name, the same object each time. */
  public Acquaintance agentSaid(boolean asksName) {
    if (name.isEmpty()) {
      return asksName ? ASKED : BEGUN;
    }
    return nameAsked == asksName && agentSpoke ? this : new Acquaintance(name, asksName, true);
  }
}
