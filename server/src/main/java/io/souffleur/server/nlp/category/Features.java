package io.souffleur.server.nlp.category;

import io.souffleur.server.nlp.lexicon.KnownWords;
import io.souffleur.server.nlp.lexicon.Vocabulary;
import io.souffleur.server.nlp.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model sees of a sentence: its words, and each two that follow each other. For training,
 * every one of them is written out; for judging, the few that the model knows are looked up by the
 * numbers of the words, without making a string. Immutable; safe for use by any thread.
 */
public final class Features {

  private static final String NUMBER = "<n>";
  private static final String BEGIN = "^";
  private static final String END = "$";

  private static final int ALONE = 0;
  private static final int NUMBER_ID = 1;
  private static final int BEGIN_ID = 2;
  private static final int END_ID = 3;
  private static final int FIRST_WORD_ID = 4;
  private static final int NO_ID = -1;

  private final Vocabulary vocabulary;
  private final long[] keys;
  private final String[] names;
  private final int mask;

  /**
   * @param vocabulary has the words of all features
   * @param features the names of those a model knows
   */
  Features(Vocabulary vocabulary, Iterable<String> features) {
    this.vocabulary = vocabulary;
    List<String> all = new ArrayList<>();
    features.forEach(all::add);
    int size = Integer.highestOneBit(Math.max(16, all.size() * 4));
    this.keys = new long[size];
    this.names = new String[size];
    this.mask = size - 1;
    for (String name : all) {
      int space = name.indexOf(' ');
      int first = space < 0 ? ALONE : idOf(name.substring(0, space));
      int second = idOf(name.substring(space + 1));
      if (first != NO_ID && second != NO_ID) {
        put(key(first, second), name);
      }
    }
  }

  /** Every feature of the words from one position to another, the second exclusive. */
  public static String[] all(KnownWords known, Vocabulary vocabulary, int from, int until) {
    String[] features = new String[2 * (until - from) + 1];
    String before = BEGIN;
    int at = 0;
    for (int i = from; i < until; i++) {
      String word = word(known, vocabulary, i);
      features[at++] = word;
      features[at++] = before + ' ' + word;
      before = word;
    }
    features[at] = before + ' ' + END;
    return features;
  }

  /** Those features that the model knows. */
  String[] known(KnownWords known, int from, int until) {
    String[] found = new String[2 * (until - from) + 1];
    int count = 0;
    int before = BEGIN_ID;
    for (int i = from; i <= until; i++) {
      int id = i == until ? END_ID : idOf(known, i);
      if (id != NO_ID) {
        count = add(found, count, key(ALONE, id));
        count = before == NO_ID ? count : add(found, count, key(before, id));
      }
      before = id;
    }
    String[] features = new String[count];
    System.arraycopy(found, 0, features, 0, count);
    return features;
  }

  private int add(String[] found, int count, long key) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        found[count] = names[slot];
        return count + 1;
      }
      slot = (slot + 1) & mask;
    }
    return count;
  }

  private void put(long key, String name) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    names[slot] = name;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | second;
  }

  private int idOf(String word) {
    return switch (word) {
      case NUMBER -> NUMBER_ID;
      case BEGIN -> BEGIN_ID;
      case END -> END_ID;
      default -> {
        int id = vocabulary.id(word);
        yield id == Vocabulary.UNKNOWN ? NO_ID : id + FIRST_WORD_ID;
      }
    };
  }

  private static int idOf(KnownWords known, int position) {
    if (known.words().has(known.source(position), Words.NUMBER)) {
      return NUMBER_ID;
    }
    int id = known.id(position);
    return id == Vocabulary.UNKNOWN ? NO_ID : id + FIRST_WORD_ID;
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
