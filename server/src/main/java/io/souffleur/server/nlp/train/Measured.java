package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.category.Thresholds;
import io.souffleur.server.nlp.train.CueTrainer.Judged;
import java.util.List;

/**
 * How well a cue is learned, on sentences that were not learned from.
 *
 * @param sentences that show it
 * @param threshold from which probability on it is believed
 * @param precision how many of those believed show it, from 0 to 1
 * @param recall how many of those that show it are believed, from 0 to 1
 */
public record Measured(
    CueName cue, int sentences, double threshold, double precision, double recall) {

  /**
   * @param judged most likely first
   * @param wanted the precision to reach
   * @param least the lowest threshold that is looked at
   */
  static Measured of(CueName cue, List<Judged> judged, double wanted, double least) {
    int sentences = (int) judged.stream().filter(Judged::shown).count();
    Measured best = new Measured(cue, sentences, Thresholds.NEVER, 0, 0);
    int believed = 0;
    int right = 0;
    for (int hundredths = 99; hundredths / 100.0 >= least; hundredths--) {
      double threshold = hundredths / 100.0;
      while (believed < judged.size() && judged.get(believed).likely() >= threshold) {
        right += judged.get(believed).shown() ? 1 : 0;
        believed++;
      }
      double precision = believed == 0 ? 0 : (double) right / believed;
      if (enough(right, believed, wanted)) {
        best = new Measured(cue, sentences, threshold, precision, (double) right / sentences);
      }
    }
    return best;
  }

  /**
   * Whether the precision would be reached with one more false alarm: a few lucky sentences are no
   * proof.
   */
  private static boolean enough(int right, int believed, double wanted) {
    return right >= wanted * (believed + 1);
  }
}
