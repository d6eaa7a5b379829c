package io.souffleur.server.core.hint;

/**
 * How often a rule has spoken, by the highest severity that each of its hints reached.
 *
 * @param nudges hints that stayed nudges
 * @param prompts hints that became prompts, or were from the start
 * @param urgents hints that became urgent, or were from the start
 */
public record Showings(int nudges, int prompts, int urgents) {

  /** It has been silent. */
  public static final Showings NONE = new Showings(0, 0, 0);

  private static final Showings ONE_NUDGE = new Showings(1, 0, 0);
  private static final Showings ONE_PROMPT = new Showings(0, 1, 0);
  private static final Showings ONE_URGENT = new Showings(0, 0, 1);

  public Showings {
    if (nudges < 0 || prompts < 0 || urgents < 0) {
      throw new IllegalArgumentException(
          "negative count: " + nudges + ", " + prompts + ", " + urgents);
    }
  }

  /** With one more hint. The first is the same object for every conversation. */
  public Showings and(Severity severity) {
    if (equals(NONE)) {
      return switch (severity) {
        case NUDGE -> ONE_NUDGE;
        case PROMPT -> ONE_PROMPT;
        case URGENT -> ONE_URGENT;
      };
    }
    return plus(severity, 1);
  }

  /** After one hint that was counted as {@code from} has become more severe. */
  public Showings grown(Severity from, Severity to) {
    return plus(from, -1).and(to);
  }

  private Showings plus(Severity severity, int more) {
    return switch (severity) {
      case NUDGE -> new Showings(nudges + more, prompts, urgents);
      case PROMPT -> new Showings(nudges, prompts + more, urgents);
      case URGENT -> new Showings(nudges, prompts, urgents + more);
    };
  }

  /** How many hints reached {@code severity} and no more. */
  public int of(Severity severity) {
    return switch (severity) {
      case NUDGE -> nudges;
      case PROMPT -> prompts;
      case URGENT -> urgents;
    };
  }
}
