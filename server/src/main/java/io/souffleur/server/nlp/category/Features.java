package io.souffleur.server.nlp.category;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;

/** What a model sees of a sentence: its words, and each two that follow each other. */
public final class Features {

  private static final String NUMBER = "<n>";

  private Features() {}

  /** The features of the words from one position to another, the second exclusive. */
  public static String[] of(KnownWords known, Vocabulary vocabulary, int from, int until) {
    String[] features = new String[2 * (until - from) + 1];
    String before = "^";
    int at = 0;
    for (int i = from; i < until; i++) {
      String word = word(known, vocabulary, i);
      features[at++] = word;
      features[at++] = before + ' ' + word;
      before = word;
    }
    features[at] = before + " $";
    return features;
  }

  private static String word(KnownWords known, Vocabulary vocabulary, int position) {
    Words words = known.words();
    int source = known.source(position);
    if (words.has(source, Words.NUMBER)) {
      return NUMBER;
    }
    int id = known.id(position);
    return id == Vocabulary.UNKNOWN ? words.word(source) : vocabulary.word(id);
  }
}
