package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.category.Register;
import io.souffleur.server.nlp.category.Thresholds;
import io.souffleur.server.nlp.train.CueTrainer.Judged;
import java.util.List;

/**
 * How well a cue is learned, on sentences that were not learned from.
 *
 * @param register in which it was measured; in a conversation, what is not measured apart is
 *     included
 * @param sentences that show it
 * @param threshold from which probability on it is believed
 * @param precision how many of those believed show it, from 0 to 1
 * @param recall how many of those that show it are believed, from 0 to 1
 */
public record Measured(
    CueName cue,
    Register register,
    int sentences,
    double threshold,
    double precision,
    double recall) {

  /**
   * Takes the threshold with the best F1 of those that are precise enough.
   *
   * @param judged most likely first
   * @param wanted the precision to reach
   * @param least the lowest threshold that is looked at
   */
  static Measured of(
      CueName cue, Register register, List<Judged> judged, double wanted, double least) {
    int sentences = (int) judged.stream().filter(Judged::shown).count();
    Measured best = new Measured(cue, register, sentences, Thresholds.NEVER, 0, 0);
    int believed = 0;
    int right = 0;
    for (int hundredths = 99; hundredths / 100.0 >= least; hundredths--) {
      double threshold = hundredths / 100.0;
      while (believed < judged.size() && judged.get(believed).likely() >= threshold) {
        right += judged.get(believed).shown() ? 1 : 0;
        believed++;
      }
      double precision = believed == 0 ? 0 : (double) right / believed;
      double recall = sentences == 0 ? 0 : (double) right / sentences;
      Measured here = new Measured(cue, register, sentences, threshold, precision, recall);
      if (enough(right, believed, wanted) && here.f1() >= best.f1()) {
        best = here;
      }
    }
    return best;
  }

  /** The cue, as it is called in the file of thresholds. */
  public String name() {
    return cue.wireName() + register.suffix();
  }

  private double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * Whether the precision would be reached with one more false alarm: a few lucky sentences are no
   * proof.
   */
  private static boolean enough(int right, int believed, double wanted) {
    return right >= wanted * (believed + 1);
  }
}
