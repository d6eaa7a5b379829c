package io.souffleur.server.nlp.category;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Says which of a few things a sentence most likely shows. Safe for use by any thread: evaluating
 * an OpenNLP maximum entropy model changes nothing in it, unlike the tools built around one.
 */
public final class Categoriser {

  private final MaxentModel model;
  private final Features features;

  private Categoriser(AbstractModel model, Vocabulary vocabulary) {
    this.model = model;
    this.features = new Features(vocabulary, names(model));
  }

  /** A categoriser with a model of {@link io.souffleur.server.nlp.train.Trainer}. */
  public static Categoriser of(byte[] model, Vocabulary vocabulary) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(model));
      return new Categoriser(new BinaryGISModelReader(in).getModel(), vocabulary);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("not a trained model: train it again", unreadable);
    }
  }

  /** A judgement of the words from one position to another, the second exclusive. */
  public Judgement judge(KnownWords known, int from, int until) {
    double[] likely = model.eval(features.known(known, from, until));
    int best = 0;
    for (int i = 1; i < likely.length; i++) {
      if (likely[i] > likely[best]) {
        best = i;
      }
    }
    return new Judgement(model.getOutcome(best), Math.min(1, likely[best]));
  }

  private static Iterable<String> names(AbstractModel model) {
    // OpenNLP documents the second of the structures as the features, by name.
    @SuppressWarnings("unchecked")
    Map<String, ?> byName = (Map<String, ?>) model.getDataStructures()[1];
    return byName.keySet();
  }

  /**
   * @param label as in the training sentences: a cue's name, or {@code other}
   * @param probability of the label, up to 1
   */
  public record Judgement(String label, double probability) {}
}
