package io.souffleur.server.nlp.language;

import io.souffleur.server.core.text.Language;
import java.util.List;
import java.util.Optional;

/**
 * Tells French from English by runs of three letters, where no stop word helped: names of products,
 * single nouns, fragments. Learns from sentences of both when made; immutable afterwards, safe for
 * use by any thread.
 */
public final class LetterDetector {

  /** Text shorter than this is left undecided, in letters. */
  private static final int SHORTEST = 24;

  /** How much more likely one language must be, as a natural logarithm. */
  private static final double MARGIN = 8;

  /** The same, on average for each run of three letters. */
  private static final double AVERAGE_MARGIN = 0.35;

  private static final int BUCKETS = 1 << 13;

  private final float[] towardsFrench = new float[BUCKETS];

  private LetterDetector() {}

  /** A detector that has read these folded sentences. */
  public static LetterDetector trainedOn(List<String> french, List<String> english) {
    double[] fr = counts(french);
    double[] en = counts(english);
    double allFrench = sum(fr);
    double allEnglish = sum(en);
    LetterDetector detector = new LetterDetector();
    for (int i = 0; i < BUCKETS; i++) {
      double likely = (fr[i] + 0.5) / (allFrench + 0.5 * BUCKETS);
      double other = (en[i] + 0.5) / (allEnglish + 0.5 * BUCKETS);
      detector.towardsFrench[i] = (float) Math.log(likely / other);
    }
    return detector;
  }

  /** The language of some folded text, if it is long and clear enough. */
  public Optional<Language> language(String text) {
    if (text.length() < SHORTEST) {
      return Optional.empty();
    }
    double french = 0;
    for (int i = 2; i < text.length(); i++) {
      french += towardsFrench[bucket(text, i)];
    }
    if (Math.abs(french) < Math.max(MARGIN, AVERAGE_MARGIN * text.length())) {
      return Optional.empty();
    }
    return Optional.of(french > 0 ? Language.FRENCH : Language.ENGLISH);
  }

  private static double[] counts(List<String> sentences) {
    double[] counts = new double[BUCKETS];
    for (String sentence : sentences) {
      for (int i = 2; i < sentence.length(); i++) {
        counts[bucket(sentence, i)]++;
      }
    }
    return counts;
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }

  private static int bucket(String text, int last) {
    int hash = (text.charAt(last - 2) * 31 + text.charAt(last - 1)) * 31 + text.charAt(last);
    return (hash ^ (hash >>> 11)) & (BUCKETS - 1);
  }
}
