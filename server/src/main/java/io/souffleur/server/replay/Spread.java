package io.souffleur.server.replay;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How far agents are apart: a figure about all of them and about none. */
final class Spread {

  /** An agent with fewer conversations says nothing about differences. */
  static final int ENOUGH = 20;

  private Spread() {}

  /**
   * The standard deviation of the shares of agents, in their unit; empty for fewer than two. Adds
   * them up in the order of their size: agents have none.
   */
  static OptionalDouble of(double[] shares) {
    if (shares.length < 2) {
      return OptionalDouble.empty();
    }
    double[] sorted = shares.clone();
    Arrays.sort(sorted);
    double mean = 0;
    for (double one : sorted) {
      mean += one / sorted.length;
    }
    double squares = 0;
    for (double one : sorted) {
      squares += (one - mean) * (one - mean);
    }
    return OptionalDouble.of(Math.sqrt(squares / sorted.length));
  }
}
