package io.souffleur.server.lane;

import java.util.function.UnaryOperator;

/**
 * What becomes of the words of messages and comments once they have been read.
 *
 * @param kept whether the journal keeps them
 * @param mark what stands for a text where the text is not kept, the same for the same; nobody can
 *     find it without a key of the house; must be quick
 */
public record Words(boolean kept, UnaryOperator<String> mark) {

  /** They are kept. */
  public static final Words KEPT = new Words(true, text -> "");
}
