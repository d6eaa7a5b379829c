package io.souffleur.server.nlp.category;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Lexicon;

/**
 * Says which cues a stretch of words shows as a whole: for each cue, a model of its own and a
 * threshold of its own. Immutable; safe for use by any thread.
 */
public final class Categoriser {

  private final Lexicon lexicon;
  private final Weights weights;
  private final double[] thresholds;

  public Categoriser(Lexicon lexicon, Weights weights, Thresholds thresholds) {
    this.lexicon = lexicon;
    this.weights = weights;
    this.thresholds = weights.cues().stream().mapToDouble(thresholds::of).toArray();
  }

  /** Gives what the words from one position to another show, the second exclusive. */
  public void judge(KnownWords known, int from, int until, Shown shown) {
    double[] likely = weights.judge(Features.of(lexicon, known, from, until));
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] >= thresholds[i] && thresholds[i] < Thresholds.NEVER) {
        shown.cue(weights.cues().get(i), likely[i]);
      }
    }
  }

  /** Receives what some words show. */
  public interface Shown {

    /**
     * @param probability of the cue, over 0, at most 1
     */
    void cue(CueName cue, double probability);
  }
}
