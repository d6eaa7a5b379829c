package io.souffleur.server.evaluate;

import java.util.OptionalDouble;

/**
 * How often a judgement agreed with people.
 *
 * @param messages judged
 * @param labelled messages that show it, people say
 * @param found messages that show it, the program says
 * @param right messages of which both say so
 */
public record Score(long messages, long labelled, long found, long right) {

  public static final Score NONE = new Score(0, 0, 0, 0);

  public Score {
    if (right < 0 || right > labelled || right > found || Math.max(labelled, found) > messages) {
      throw new IllegalArgumentException(
          "counts that can't be: " + messages + ", " + labelled + ", " + found + ", " + right);
    }
  }

  /** With one more message. */
  Score and(boolean labelled, boolean found) {
    return new Score(
        messages + 1,
        this.labelled + (labelled ? 1 : 0),
        this.found + (found ? 1 : 0),
        right + (labelled && found ? 1 : 0));
  }

  public long missed() {
    return labelled - right;
  }

  public long falseAlarms() {
    return found - right;
  }

  /** The share of what was found that is right; empty when nothing was found. */
  public OptionalDouble precision() {
    return share(right, found);
  }

  /** The share of what there is that was found; empty when there is nothing. */
  public OptionalDouble recall() {
    return share(right, labelled);
  }

  /** The harmonic mean of precision and recall; empty when there is nothing and none was found. */
  public OptionalDouble f1() {
    return share(2 * right, labelled + found);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
