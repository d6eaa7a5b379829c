package io.souffleur.server.nlp.train;

import io.souffleur.server.core.cue.CueName;
import io.souffleur.server.nlp.category.Register;
import io.souffleur.server.nlp.category.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/** Learns one cue from samples, and measures how well. Deterministic. Not for several threads. */
final class CueTrainer {

  /** What a weight costs, by its amount: most features then weigh nothing. */
  private static final double L1_COST = 0.02;

  /** What a weight costs, by its square. */
  private static final double L2_COST = 0.3;

  private static final int ITERATIONS = 60;
  private static final int FOLDS = 5;

  /** Less than this is no belief at all. */
  private static final double LEAST_THRESHOLD = 0.5;

  /** In posts, where a complaint is what most people write for. */
  private static final double LEAST_IN_POSTS = 0.35;

  /** With fewer posts, or calls, that show a cue, they are not measured apart. */
  private static final int ENOUGH = 40;

  private final List<Sample> samples;
  private final FeatureIndex index;

  CueTrainer(List<Sample> samples) {
    this.samples = samples;
    this.index = new FeatureIndex(samples);
  }

  /** Adds what each feature says about {@code cue}. */
  void learn(CueName cue, Weights.Builder into) {
    into.cue(cue);
    double[] weights = weights(cue, sample -> true);
    for (int i = 0; i < weights.length; i++) {
      into.add(index.feature(i), weights[i]);
    }
  }

  /**
   * Learns from four fifths of the samples and judges the last fifth, five times; then finds from
   * which probability on the judgements are as precise as asked for: for calls and for posts apart,
   * if enough show the cue.
   */
  List<Measured> measure(CueName cue, TrainingFile.Precision precision) {
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      double[] weights = weights(cue, sample -> fold(sample) != held);
      for (int i = 0; i < samples.size(); i++) {
        if (fold(i) == held && samples.get(i).tells(cue)) {
          double likely = LogisticLoss.probability(weights, index.of(i));
          judged.add(new Judged(likely, samples.get(i).shows(cue), samples.get(i).register()));
        }
      }
    }
    judged.sort(Comparator.comparingDouble(Judged::likely).reversed());
    Map<Register, List<Judged>> apart =
        judged.stream()
            .collect(
                Collectors.groupingBy(
                    Judged::register, () -> new EnumMap<>(Register.class), Collectors.toList()));
    apart.remove(Register.CONVERSATION);
    apart.values().removeIf(some -> some.stream().filter(Judged::shown).count() < ENOUGH);
    List<Judged> others =
        judged.stream().filter(one -> !apart.containsKey(one.register())).toList();
    apart.put(Register.CONVERSATION, others);
    return apart.entrySet().stream()
        .map(
            some ->
                Measured.of(
                    cue,
                    some.getKey(),
                    some.getValue(),
                    precision.in(some.getKey()),
                    least(some.getKey())))
        .toList();
  }

  private static double least(Register register) {
    return switch (register) {
      case CONVERSATION, CALL -> LEAST_THRESHOLD;
      case POST -> LEAST_IN_POSTS;
    };
  }

  /** Which fifth a sample belongs to: a sentence that is there twice is in one of them. */
  private int fold(int sample) {
    return Math.floorMod(Arrays.hashCode(samples.get(sample).features()), FOLDS);
  }

  private double[] weights(CueName cue, IntPredicate used) {
    List<int[]> features = new ArrayList<>();
    List<Boolean> shown = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (used.test(i) && samples.get(i).tells(cue)) {
        features.add(index.of(i));
        shown.add(samples.get(i).shows(cue));
      }
    }
    boolean[] labels = new boolean[shown.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = shown.get(i);
    }
    LogisticLoss loss = new LogisticLoss(index.size(), features.toArray(int[][]::new), labels);
    double[] nothing = new double[index.size()];
    double steepest = Arrays.stream(loss.gradientAt(nothing)).map(Math::abs).max().orElse(0);
    // Where no weight is worth its cost, the minimiser would have no direction to take and not end.
    return steepest <= L1_COST
        ? nothing
        : new QNMinimizer(L1_COST, L2_COST, ITERATIONS).minimize(loss);
  }

  /**
   * @param likely what a model that has not seen the sample says
   * @param shown whether the sample shows the cue
   * @param register of the sample
   */
  record Judged(double likely, boolean shown, Register register) {}
}
