package io.souffleur.server.nlp.train;

import java.util.Arrays;
import opennlp.tools.ml.maxent.quasinewton.Function;

/**
 * How badly weights explain which samples show a cue: the negative log-likelihood of a logistic
 * model, for OpenNLP's minimiser. Its arithmetic gives the same on every machine. Not for several
 * threads.
 */
final class LogisticLoss implements Function {

  private final int dimension;
  private final int[][] features;
  private final boolean[] shown;
  private final double[] gradient;

  /**
   * @param dimension how many features there are
   * @param features of each sample, from 0 to {@code dimension}
   * @param shown whether each sample shows the cue
   */
  LogisticLoss(int dimension, int[][] features, boolean[] shown) {
    this.dimension = dimension;
    this.features = features;
    this.shown = shown;
    this.gradient = new double[dimension];
  }

  @Override
  public int getDimension() {
    return dimension;
  }

  @Override
  public double valueAt(double[] weights) {
    double loss = 0;
    for (int i = 0; i < features.length; i++) {
      double logit = logit(weights, features[i]);
      double against = shown[i] ? -logit : logit;
      loss += Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
    }
    return loss;
  }

  @Override
  public double[] gradientAt(double[] weights) {
    Arrays.fill(gradient, 0);
    for (int i = 0; i < features.length; i++) {
      double error = probability(weights, features[i]) - (shown[i] ? 1 : 0);
      for (int feature : features[i]) {
        gradient[feature] += error;
      }
    }
    return gradient;
  }

  static double probability(double[] weights, int[] features) {
    return 1 / (1 + StrictMath.exp(-logit(weights, features)));
  }

  private static double logit(double[] weights, int[] features) {
    double sum = 0;
    for (int feature : features) {
      sum += weights[feature];
    }
    return sum;
  }
}
