package io.souffleur.server.nlp.lexicon;

import io.souffleur.server.core.text.Language;
import io.souffleur.server.nlp.text.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words people type stand for in one language: abbreviations, missing apostrophes, slips
 * of the finger, stretched letters, contractions. Immutable; safe for use by any thread.
 */
final class Spellings {

  private final Language language;
  private final Vocabulary vocabulary;
  private final int[] @Nullable [] meaning;
  private final int[] @Nullable [] joinedMeaning;
  private final Slips slips;
  private final int not;
  private final int n;
  private final int t;

  /**
   * @param meaning what a word stands for, by its number
   * @param joinedMeaning what a word joined to the one before by an apostrophe stands for
   */
  Spellings(
      Language language,
      Vocabulary vocabulary,
      Map<Integer, int[]> meaning,
      Map<Integer, int[]> joinedMeaning,
      Slips slips) {
    this.language = language;
    this.vocabulary = vocabulary;
    this.meaning = table(vocabulary.size(), meaning);
    this.joinedMeaning = table(vocabulary.size(), joinedMeaning);
    this.slips = slips;
    this.not = vocabulary.id("not");
    this.n = vocabulary.id("n");
    this.t = vocabulary.id("t");
  }

  private static int[] @Nullable [] table(int size, Map<Integer, int[]> entries) {
    int[] @Nullable [] table = new int[size][];
    entries.forEach((id, ids) -> table[id] = ids);
    return table;
  }

  /** The words of a message as this language understands them. */
  KnownWords read(Words words, Groups groups) {
    KnownWords known = new KnownWords(words);
    for (int i = 0; i < words.count(); i++) {
      int id = id(words, i);
      if (id == Vocabulary.UNKNOWN) {
        known.add(id, i, 0);
      } else if (language == Language.ENGLISH && id == t && words.has(i, Words.JOINED)) {
        negate(known, i, groups);
      } else {
        boolean joined = words.has(i, Words.JOINED);
        int[] stands = joined && joinedMeaning[id] != null ? joinedMeaning[id] : meaning[id];
        if (stands == null) {
          known.add(id, i, groups.of(id));
        } else {
          for (int one : stands) {
            known.add(one, i, groups.of(one));
          }
        }
      }
    }
    known.bound(groups.openers(), groups.closers());
    return known;
  }

  /** Turns "don't", "do n't" and "can't" to "do not" and "can not". */
  private void negate(KnownWords known, int i, Groups groups) {
    int last = known.count() - 1;
    if (last >= 0 && known.id(last) == n) {
      known.removeLast();
    }
    known.add(not, i, groups.of(not));
  }

  private int id(Words words, int i) {
    int from = words.from(i);
    int length = words.length(i);
    int id = vocabulary.id(words.folded(), from, length);
    if (id != Vocabulary.UNKNOWN || words.has(i, Words.NUMBER)) {
      return id;
    }
    if (words.has(i, Words.STRETCHED)) {
      id = squeezed(words.folded(), from, length);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
    }
    return slips.meant(words.folded(), from, length);
  }

  private int squeezed(char[] letters, int from, int length) {
    char[] short1 = new char[length];
    for (int keep = 1; keep <= 2; keep++) {
      int kept = 0;
      int run = 0;
      for (int k = 0; k < length; k++) {
        char c = letters[from + k];
        run = k > 0 && letters[from + k - 1] == c ? run + 1 : 1;
        int whole = run;
        int ahead = k + 1;
        while (ahead < length && letters[from + ahead] == c) {
          whole++;
          ahead++;
        }
        if (whole < 3 || run <= keep) {
          short1[kept++] = c;
        }
      }
      int id = vocabulary.id(short1, 0, kept);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
      id = slips.meant(short1, 0, kept);
      if (id != Vocabulary.UNKNOWN) {
        return id;
      }
    }
    return Vocabulary.UNKNOWN;
  }
}
