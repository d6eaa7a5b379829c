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

  /** From which logit on a cue is believed in a conversation, in thousandths. */
  private final long[] inConversations;

  /** The same in calls. */
  private final long[] inCalls;

  /** The same in posts. */
  private final long[] inPosts;

  public Categoriser(Lexicon lexicon, Weights weights, Thresholds thresholds) {
    this.lexicon = lexicon;
    this.weights = weights;
    this.inConversations = logits(weights, thresholds, Register.CONVERSATION);
    this.inCalls = logits(weights, thresholds, Register.CALL);
    this.inPosts = logits(weights, thresholds, Register.POST);
  }

  private static long[] logits(Weights weights, Thresholds thresholds, Register register) {
    return weights.cues().stream()
        .mapToDouble(cue -> thresholds.of(cue, register))
        .mapToLong(Categoriser::logit)
        .toArray();
  }

  private static long logit(double threshold) {
    return threshold < Thresholds.NEVER ? Weights.logit(threshold) : Long.MAX_VALUE;
  }

  /** Gives what the words from one position to another show, the second exclusive. */
  public void judge(KnownWords known, int from, int until, Register register, Shown shown) {
    long[] logits = weights.judge(Features.of(lexicon, known, from, until, register));
    long[] believed =
        switch (register) {
          case CONVERSATION -> inConversations;
          case CALL -> inCalls;
          case POST -> inPosts;
        };
    for (int i = 0; i < logits.length; i++) {
      if (logits[i] >= believed[i]) {
        shown.cue(weights.cues().get(i), Weights.probability(logits[i]));
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
