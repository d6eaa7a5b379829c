package io.souffleur.server.nlp.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the features that occur in more than one sample, in the order they come; those that occur
 * once can teach nothing about other sentences. Not changed once made.
 */
final class FeatureIndex {

  private static final int LEAST_SAMPLES = 2;

  private final long[] features;
  private final int[][] ofSamples;

  FeatureIndex(List<Sample> samples) {
    Map<Long, Integer> occurs = new HashMap<>();
    for (Sample sample : samples) {
      Arrays.stream(sample.features()).forEach(feature -> occurs.merge(feature, 1, Integer::sum));
    }
    Map<Long, Integer> numbers = new HashMap<>();
    List<Long> numbered = new ArrayList<>();
    this.ofSamples = new int[samples.size()][];
    for (int i = 0; i < ofSamples.length; i++) {
      ofSamples[i] =
          Arrays.stream(samples.get(i).features())
              .filter(feature -> occurs.getOrDefault(feature, 0) >= LEAST_SAMPLES)
              .mapToInt(
                  feature -> {
                    Integer number = numbers.putIfAbsent(feature, numbered.size());
                    if (number == null) {
                      numbered.add(feature);
                      return numbered.size() - 1;
                    }
                    return number;
                  })
              .toArray();
    }
    this.features = numbered.stream().mapToLong(Long::longValue).toArray();
  }

  /** How many features there are. */
  int size() {
    return features.length;
  }

  /** The feature of a number. */
  long feature(int number) {
    return features[number];
  }

  /** The numbers of the features of a sample. Not to be changed. */
  int[] of(int sample) {
    return ofSamples[sample];
  }
}
