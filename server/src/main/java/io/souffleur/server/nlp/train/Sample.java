package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.category.Register;
import java.util.Set;

/** One sentence to learn from, and what it shows. Not changed once made. */
final class Sample {

  private final long[] features;
  private final Set<CueName> shown;
  private final Set<CueName> unclear;
  private final Register register;

  /**
   * @param features of the sentence
   * @param shown cues it shows
   * @param unclear cues it neither shows nor lacks: people would disagree
   * @param register where it stands
   */
  Sample(long[] features, Set<CueName> shown, Set<CueName> unclear, Register register) {
    this.features = features.clone();
    this.shown = Set.copyOf(shown);
    this.unclear = Set.copyOf(unclear);
    this.register = register;
  }

  /** The features of the sentence. Not to be changed. */
  long[] features() {
    return features;
  }

  Register register() {
    return register;
  }

  boolean shows(CueName cue) {
    return shown.contains(cue);
  }

  /** The cues it shows. */
  Set<CueName> shown() {
    return shown;
  }

  /** Whether the sentence says for certain that it shows or lacks {@code cue}. */
  boolean tells(CueName cue) {
    return !unclear.contains(cue);
  }
}
